from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "fondouk.market.agencies"
    label = "agencies"
    default_auto_field = "django.db.models.BigAutoField"
