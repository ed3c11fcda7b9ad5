"""Products and storefronts: public pages, the supplier's editor, the operator's desk, public pictures."""

from django.urls import path

from fondouk.doors.web.catalogue import (
    bills,
    exporting,
    media,
    moderating,
    origin,
    product,
    selling,
    shop_editor,
    storefront,
)

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
    path("products/<str:reference>/origin/", origin.origin, name="sell_origin"),
    path("products/<str:reference>/origin/bill/", origin.use_bill, name="sell_origin_bill"),
    path("products/<str:reference>/origin/declaration/", origin.declare, name="sell_origin_declare"),
    path("origin/<str:reference>/declaration.pdf", origin.declaration_pdf, name="sell_declaration_pdf"),
    path("origin/<str:reference>/withdrawal/", origin.withdraw, name="sell_declaration_withdraw"),
    path("bills/", bills.bills, name="sell_bills"),
    path("bills/new/", bills.create_bill, name="sell_bill_new"),
    path("bills/<str:reference>/", bills.edit_bill, name="sell_bill"),
    path("bills/<str:reference>/copies/", bills.copy_bill, name="sell_bill_copy"),
    path("bills/<str:reference>/removal/", bills.retire_bill, name="sell_bill_retire"),
    path("bills/<str:reference>/proofs/<str:file>/", bills.proof, name="sell_bill_proof"),
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
