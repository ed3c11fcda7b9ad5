from django.apps import AppConfig


class PavilionsConfig(AppConfig):
    name = "fondouk.market.pavilions"
    label = "pavilions"
    default_auto_field = "django.db.models.BigAutoField"
