from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "fondouk.doors.web"
    label = "web"

    def ready(self) -> None:
        from fondouk.doors.web import quick

        quick.speak_by_thread()
