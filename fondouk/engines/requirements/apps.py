from django.apps import AppConfig


class RequirementsConfig(AppConfig):
    name = "fondouk.engines.requirements"
    label = "requirements"
    default_auto_field = "django.db.models.BigAutoField"
