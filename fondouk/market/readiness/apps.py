from django.apps import AppConfig


class ReadinessConfig(AppConfig):
    name = "fondouk.market.readiness"
    label = "readiness"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask the journal for the orders that come into force."""
        from fondouk.engines.events import journal
        from fondouk.market.readiness import readers

        journal.register(readers.NAME, wants=readers.WANTS)
