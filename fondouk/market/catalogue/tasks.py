"""Background work of the catalogue: references only, one command each."""

from __future__ import annotations

from django.utils import timezone

from fondouk.engines.tables.tasks import task
from fondouk.kit.actor import Actor

LATER = -10  # behind whatever people wait for


@task(name="catalogue.prepare_photo")
def prepare_photo(*, file: str) -> None:
    """Draw the public sizes of a received photo."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.catalogue import commands

    perform(commands.prepare_photo, once=None, by=Actor.system("worker"), at=timezone.now(), file=file)


@task(name="catalogue.draw_rasters")
def draw_rasters(*, after: int = 0) -> None:
    """Give drawings their pixels, a few at a time, then go on with the next: previews must not hold up photos."""
    from fondouk.engines.events.perform import perform
    from fondouk.market.catalogue import commands

    done = perform(commands.draw_rasters, once=None, by=Actor.system("worker"), at=timezone.now(), after=after)
    if done.reference is not None:
        draw_rasters.configure(priority=LATER).defer(after=int(done.reference))
