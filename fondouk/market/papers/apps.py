from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "fondouk.market.papers"
    label = "papers"
    default_auto_field = "django.db.models.BigAutoField"
