from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "fondouk.doors.web"
    label = "web"
