from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "fondouk.market.discovery"
    label = "discovery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask the journal for the news that change listings, and for the indexer those of listings."""
        from fondouk.engines.events import journal
        from fondouk.market.discovery import readers

        journal.register(readers.NAME, wants=readers.WANTS)
        journal.register(readers.FRONTS, wants=readers.FRONTS_WANTS)
        journal.register(readers.INDEXER, wants=["discovery.listing.changed", "discovery.costs.changed"])
