from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "fondouk.market.notifications"
    label = "notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask the journal for the news that people are told of."""
        from fondouk.engines.events import journal
        from fondouk.market.notifications import readers

        journal.register(readers.NAME, wants=readers.WANTS)
