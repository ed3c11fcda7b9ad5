"""Products and storefronts: public pages, the supplier's editor, public pictures."""

from django.urls import path

from fondouk.doors.web.catalogue import media, product, storefront

unprefixed = [path("media/<str:name>", media.media, name="media")]
public = [
    path("p/<str:reference>/costs.csv", product.product_csv, name="product_csv"),
    path("p/<str:reference>/<str:slug>/", product.product, name="product"),
    path("s/<slug:slug>/", storefront.storefront, name="storefront"),
    path("s/<slug:slug>/qr.svg", storefront.qr_code, name="storefront_qr"),
]
