"""Background work of the catalogue: references only, one command each."""

from __future__ import annotations

from django.utils import timezone

from fondouk.engines.tables.tasks import task
from fondouk.kit.actor import Actor


@task(name="catalogue.prepare_photo")
def prepare_photo(*, file: str) -> None:
    """Draw the public sizes of a received photo."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.catalogue import commands

    perform(commands.prepare_photo, once=None, by=Actor.system("worker"), at=timezone.now(), file=file)
