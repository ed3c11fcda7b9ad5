"""Kill -9 of the process that writes the index, at any moment: after each, what is public is found and nothing else."""

from __future__ import annotations

import os
import random
import signal
import time
import traceback

import pytest
from django.db import connection

from fondouk.doors.ops import indexer, readers
from fondouk.engines.events.models import Unread
from fondouk.engines.events.perform import perform
from fondouk.engines.search import index
from fondouk.market.catalogue import commands as catalogue
from fondouk.market.discovery.models import Listing
from tests.cast import Cast
from tests.clock import AT
from tests.market.discovery import goods

KILLS = 1000 if os.environ.get("FONDOUK_SOAK") else 50
PRODUCTS = 40
CHANGED = 4
SEED = 20261123
MOMENT_MAX = 0.06


def writing() -> int:
    """A process that indexes all news and ends; its process id."""
    child = os.fork()
    if child:
        return child
    inherited, connection.connection = connection.connection, None  # noqa: F841 - closing it would end the parent's
    code = 1
    try:
        indexer.index_all()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def findable() -> set[str]:
    return {hit.id for hit in index.find(index.Query(size=PRODUCTS * 2)).hits}


def public() -> set[str]:
    return set(Listing.objects.values_list("product", flat=True))


@pytest.mark.crash
@pytest.mark.django_db(transaction=True)
def test_what_is_public_is_found_after_each_of_fifty_kills(shelves: Cast) -> None:
    dice, actor = random.Random(SEED), shelves.argan.actor
    products = goods.publish(shelves.argan, PRODUCTS)
    readers.read_all(AT)
    assert os.waitpid(writing(), 0)[1] == 0
    assert findable() == public() == set(products)
    paused: set[str] = set()
    struck = 0
    while struck < KILLS:
        for product in dice.sample(products, CHANGED):
            act = catalogue.publish_product if product in paused else catalogue.pause_product
            perform(act, once=None, by=actor, at=AT, product=product)
            paused ^= {product}
        readers.read_all(AT)
        child = writing()
        time.sleep(dice.uniform(0, MOMENT_MAX))
        os.kill(child, signal.SIGKILL)
        struck += os.waitpid(child, 0)[1] == signal.SIGKILL
        assert os.waitpid(writing(), 0)[1] == 0
        assert not Unread.objects.filter(reader="indexer").exists()
        assert findable() == public() == set(products) - paused, struck
