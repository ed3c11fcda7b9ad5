from django.apps import AppConfig


class SourcingConfig(AppConfig):
    name = "fondouk.market.sourcing"
    label = "sourcing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask the journal for the news that touches what offers promised."""
        from fondouk.engines.events import journal
        from fondouk.market.sourcing import readers

        journal.register(readers.NAME, wants=readers.WANTS)
