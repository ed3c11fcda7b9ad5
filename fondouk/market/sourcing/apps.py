from django.apps import AppConfig


class SourcingConfig(AppConfig):
    name = "fondouk.market.sourcing"
    label = "sourcing"
    default_auto_field = "django.db.models.BigAutoField"
