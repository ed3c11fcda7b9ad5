"""Search, categories and suggestions."""

from django.urls import path

from fondouk.doors.web.search import views

public = [
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="search_suggestions"),
    path("categories/", views.categories, name="categories"),
    path("categories/<slug:code>/", views.category, name="category"),
]
