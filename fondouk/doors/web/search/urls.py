"""Search, categories and suggestions."""

from django.urls import path

from fondouk.doors.web.search import comparing, crawling, keeping, saves, stopping, suppliers, views, why

unprefixed = [
    path("robots.txt", crawling.robots, name="robots"),
    path("sitemap.xml", crawling.sitemap, name="sitemap"),
    path("sitemap-pages.xml", crawling.sitemap_pages, name="sitemap_pages"),
    path("sitemap-products-<int:number>.xml", crawling.sitemap_products, name="sitemap_products"),
]
public = [
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="search_suggestions"),
    path("suppliers/", suppliers.suppliers, name="suppliers"),
    path("compare/", comparing.compare, name="compare"),
    path("searches/stop/<str:token>/", stopping.stop, name="search_stop"),
    path("seen/removal/", keeping.forget_seen, name="seen_removal"),
    path("categories/", views.categories, name="categories"),
    path("categories/<slug:code>/", views.category, name="category"),
]
account = [
    path("saved/", keeping.saved, name="saved_products"),
    path("saved/new/", keeping.new_saved, name="saved_product_new"),
    path("saved/<str:product>/removal/", keeping.drop_saved, name="saved_product_removal"),
    path("searches/", saves.searches, name="searches"),
    path("searches/new/", saves.new_search, name="search_new"),
    path("searches/<str:reference>/removal/", saves.remove_search, name="search_removal"),
]
desk = [path("search/", why.why, name="search_why")]
