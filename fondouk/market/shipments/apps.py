from django.apps import AppConfig


class ShipmentsConfig(AppConfig):
    name = "fondouk.market.shipments"
    label = "shipments"
    default_auto_field = "django.db.models.BigAutoField"
