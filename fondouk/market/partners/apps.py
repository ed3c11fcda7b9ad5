from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "fondouk.market.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"
