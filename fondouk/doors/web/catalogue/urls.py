"""Products and storefronts: public pages, the supplier's editor, the operator's desk, public pictures."""

from django.urls import path

from fondouk.doors.web.catalogue import exporting, media, moderating, product, selling, shop_editor, storefront

unprefixed = [path("media/<str:name>", media.media, name="media")]
public = [
    path("p/<str:reference>/costs.csv", product.product_csv, name="product_csv"),
    path("p/<str:reference>/<str:slug>/", product.product, name="product"),
    path("s/<slug:slug>/", storefront.storefront, name="storefront"),
    path("s/<slug:slug>/qr.svg", storefront.qr_code, name="storefront_qr"),
]
sell = [
    path("products/", selling.products, name="sell_products"),
    path("products.csv", exporting.products_csv, name="sell_products_csv"),
    path("products/new/", selling.create_product, name="sell_product_new"),
    path("products/<str:reference>/", selling.edit_product, name="sell_product"),
    path("products/<str:reference>/publication/", selling.publish_product, name="sell_product_publish"),
    path("products/<str:reference>/pause/", selling.pause_product, name="sell_product_pause"),
    path("products/<str:reference>/archive/", selling.archive_product, name="sell_product_archive"),
    path("products/<str:reference>/copies/", selling.duplicate_product, name="sell_product_duplicate"),
    path("products/<str:reference>/photos/", selling.add_photos, name="sell_photos"),
    path("products/<str:reference>/photos/<str:file>/removal/", selling.remove_photo, name="sell_photo_remove"),
    path("products/<str:reference>/photos/<str:file>/first/", selling.first_photo, name="sell_photo_first"),
    path("storefront/", shop_editor.edit, name="sell_storefront"),
    path("storefront/preview/", shop_editor.preview, name="sell_storefront_preview"),
    path("storefront/opening/", shop_editor.open_shop, name="sell_storefront_opening"),
    path("storefront/closing/", shop_editor.close_shop, name="sell_storefront_closing"),
]
desk = [
    path("products/", moderating.products, name="desk_products"),
    path("products/<str:reference>/hold/", moderating.hold, name="desk_product_hold"),
    path("products/<str:reference>/release/", moderating.release, name="desk_product_release"),
]
