from django.apps import AppConfig


class TablesConfig(AppConfig):
    name = "fondouk.engines.tables"
    label = "tables"
    default_auto_field = "django.db.models.BigAutoField"
