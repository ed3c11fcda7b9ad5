"""A backup is whole, and a damaged one is refused before anything is written."""

from __future__ import annotations

import io
import tarfile
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from fondouk.doors.ops import backup
from fondouk.engines.files import store
from fondouk.engines.tables import scope
from tests import databases
from tests.cast import assemble
from tests.clock import AT

pytestmark = pytest.mark.django_db(transaction=True)

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"


@pytest.fixture
def here(settings, monkeypatch, tmp_path):
    """The marketplace to be saved: the test's own database, and a files folder of its own."""
    monkeypatch.setenv("FONDOUK_DATA", str(tmp_path))
    settings.DATABASE_OWNER_URL = databases.owner_url(connection.settings_dict["NAME"])
    settings.MEDIA_ROOT = tmp_path / "files"
    with scope.as_system():
        cast = assemble()
        settings.SAVED = store.receive(
            io.BytesIO(b"%PDF-1.4 a certificate %%EOF"),
            "evidence",
            owner=cast.ceramics.id,
            by=cast.ceramics.actor,
            at=AT,
        )
    return tmp_path


@pytest.fixture
def elsewhere(settings, tmp_path):
    """An empty database and an empty folder to restore into."""
    name = f"{connection.settings_dict['NAME']}_restored"

    def enter():
        settings.DATABASE_OWNER_URL = _renamed(settings.DATABASE_OWNER_URL, name)
        settings.MEDIA_ROOT = tmp_path / "restored"

    with psycopg.connect(databases.owner_url(), autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name}")
        yield enter
        owner.execute(f"DROP DATABASE {name}")


def _renamed(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def content(url: str) -> dict[str, object]:
    """Every table's rows as a hash, and who may do what with it."""
    with psycopg.connect(url) as owner:
        found: dict[str, object] = {}
        for (table,) in owner.execute(TABLES).fetchall():
            hashed = owner.execute(f'SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t')
            rights = owner.execute("SELECT relacl::text, relrowsecurity FROM pg_class WHERE relname = %s", [table])
            found[table] = (hashed.fetchone(), rights.fetchone())
        found["policies"] = owner.execute("SELECT count(*) FROM pg_policies").fetchone()
        found["triggers"] = owner.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal").fetchone()
        return found


def test_what_is_restored_is_what_was_saved(here, elsewhere):
    archive = here / "one.tar"
    before, secret = content(settings.DATABASE_OWNER_URL), store.open(settings.SAVED.reference)[1]
    assert backup.write(archive)["files"] == 1
    elsewhere()
    assert backup.read(archive)["files"] == 1
    after = content(settings.DATABASE_OWNER_URL)
    assert {table: after.get(table) for table in before} == before
    assert before["companies_company"][0] != (None,)
    assert store.open(settings.SAVED.reference)[1] == secret


def test_a_filled_place_is_never_overwritten(here, elsewhere):
    archive = here / "one.tar"
    backup.write(archive)
    with pytest.raises(backup.CannotRestore, match="not empty"):
        backup.read(archive)
    settings.MEDIA_ROOT = here / "another"
    with pytest.raises(backup.CannotRestore, match="has tables already"):
        backup.read(archive)


@pytest.mark.parametrize("part", ["database.dump", "files/"])
def test_a_damaged_archive_is_refused_before_anything_is_written(here, elsewhere, part):
    archive, damaged = here / "one.tar", here / "damaged.tar"
    backup.write(archive)
    with tarfile.open(archive) as whole, tarfile.open(damaged, "w") as broken:
        for entry in whole:
            stream = whole.extractfile(entry)
            assert stream is not None
            found = bytearray(stream.read())
            if entry.name.startswith(part):
                found[len(found) // 2] ^= 1
            broken.addfile(entry, io.BytesIO(bytes(found)))
    elsewhere()
    with pytest.raises(backup.CannotRestore, match="damaged"):
        backup.read(damaged)
    with psycopg.connect(settings.DATABASE_OWNER_URL) as owner:
        assert owner.execute(TABLES).fetchall() == []
    assert not settings.MEDIA_ROOT.exists()
