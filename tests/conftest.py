"""What every test stands on: the embedded database, a migrated copy of it per process, the system scope, the clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import django
import psycopg
import pytest

from fondouk.doors.ops import database
from tests import clock, databases

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fondouk.settings")
os.environ["FONDOUK_MODE"] = "test"
os.environ["FONDOUK_DATABASE_ENGINE"] = "tests.postgres"
os.environ.setdefault("FONDOUK_DATA", str(Path(__file__).resolve().parent.parent / "var" / "test"))

# Nothing of a test has to survive a power cut, and fsync is half the time of a small transaction.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}

if "DATABASE_URL" not in os.environ or os.environ.get("FONDOUK_TEST_CLUSTER"):
    _cluster = database.start(Path(os.environ["FONDOUK_DATA"]), settings=FAST)
    os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"] = _cluster.app_url, _cluster.owner_url
    os.environ["FONDOUK_TEST_CLUSTER"] = "embedded"  # the workers of xdist join it
else:
    _cluster = None

if "PYTEST_XDIST_WORKER" in os.environ:  # one server for all, but files, index and mail apart
    os.environ["FONDOUK_DATA"] = str(Path(os.environ["FONDOUK_DATA"], os.environ["PYTEST_XDIST_WORKER"]))
Path(os.environ["FONDOUK_DATA"], "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none

django.setup()

pytest_plugins = [
    "tests.cast",
    "tests.journeys.browser",
    "tests.journeys.marketplace",
    "tests.opensearch.fixtures",
    "tests.parting",
    "tests.visiting",
]


def pytest_unconfigure() -> None:
    """Leave the database server; the last process to leave stops it."""
    if _cluster is not None:
        _cluster.stop()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A migrated database of our own; the connection stays the app role's."""
    from django.db import connections

    with (
        psycopg.connect(databases.owner_url(), autocommit=True) as owner,
        django_db_blocker.unblock(),
        databases.copy(owner) as name,
    ):
        connections["default"].settings_dict["NAME"] = name
        yield
        connections.close_all()


@pytest.fixture(autouse=True)
def system_scope(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests with a database see every row, unless they enter a company's scope themselves."""
    wants = {"db", "transactional_db", "live_server"} & set(request.fixturenames)
    if not wants and request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("_django_db_helper")
    from fondouk.engines.tables import scope

    with scope.as_system():
        yield


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test begins in English: a page read in another language before it leaves that language behind."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture
def at() -> datetime:
    """The moment the test happens at."""
    return clock.AT
