"""`python -m tests.ops.crashing.stage N`: a small marketplace in the data folder, and how to act in it, as JSON.

Prints the supplier's session cookie, a conversation, and N drafts that only wait to be published.
"""

from __future__ import annotations

import json
import sys

from fondouk.doors.ops import environment


def main(count: int) -> None:
    """Set the stage; the marketplace's database runs already or is started for this."""
    cluster = environment.enter("command")
    try:
        print(json.dumps(_stage(count)))
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def _stage(count: int) -> dict[str, object]:
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    from fondouk.engines.tables import scope
    from fondouk.market.catalogue import commands
    from tests import trade
    from tests.cast import assemble
    from tests.clock import AT
    from tests.market.catalogue import offers

    with scope.as_system(), transaction.atomic():
        cast = assemble()
        talk = trade.inquiry(cast).conversation
        first = offers.draft(cast.argan, sku="CRASH")
        drafts = [
            commands.duplicate_product(product=first.reference, by=cast.argan.actor, at=AT).reference
            for _ in range(count)
        ]
        client = Client()
        client.force_login(cast.argan.owner)
    return {
        "cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}",
        "conversation": getattr(talk, "reference", talk),
        "drafts": drafts,
        "acting": cast.argan.reference,
    }


if __name__ == "__main__":
    main(int(sys.argv[1]))
