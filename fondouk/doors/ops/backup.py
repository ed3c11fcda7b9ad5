"""`fondouk backup` and `fondouk restore`: database and files in one archive.

The archive is a plain tar: `manifest.json` with the hash of everything else, `database.dump` (pg_dump's custom format)
and `files/`. The dump is taken first: each row in it has its file already, and a file stored later is only one too
many. Not in it: the search index, which is written anew from the database, and the keys. Evidence is encrypted; keep
FONDOUK_EVIDENCE_KEY apart, or the restored evidence cannot be read.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

from fondouk.doors.ops import database, environment

FORMAT = 1


class CannotRestore(RuntimeError):
    """The archive or the place it should go to is not fit; the message says why."""


def backup_command(arguments: Sequence[str]) -> None:
    """`fondouk backup [file]`."""
    parser = argparse.ArgumentParser(prog="fondouk backup")
    name = f"fondouk-{datetime.now(UTC):%Y%m%d-%H%M%S}.tar"
    parser.add_argument("archive", nargs="?", type=Path, default=Path(name))
    archive: Path = parser.parse_args(arguments).archive
    with _entered():
        manifest = write(archive)
    print(f"{archive}: {manifest['files']} files, database of {manifest['taken_at']}")


def restore_command(arguments: Sequence[str]) -> int:
    """`fondouk restore file`."""
    parser = argparse.ArgumentParser(prog="fondouk restore")
    parser.add_argument("archive", type=Path)
    archive: Path = parser.parse_args(arguments).archive
    with _entered():
        try:
            manifest = read(archive)
        except CannotRestore as error:
            print(error, file=sys.stderr)
            return 1
    print(f"Restored {manifest['files']} files and the database of {manifest['taken_at']}. Next: fondouk rebuild-index")
    return 0


@contextmanager
def _entered() -> Iterator[None]:
    """Django as owner; the embedded cluster is left afterwards."""
    cluster = environment.enter("owner")
    try:
        yield
    finally:
        if cluster is not None:
            from django.db import connections

            connections.close_all()
            cluster.stop()


def write(archive: Path) -> dict[str, Any]:
    """Write the archive beside its place and move it there whole; returns its manifest."""
    from django.conf import settings

    unfinished = archive.with_name(f"{archive.name}.unfinished")
    with tempfile.TemporaryDirectory(dir=environment.data_folder()) as folder, tarfile.open(unfinished, "w") as tar:
        dump = Path(folder) / "database.dump"
        _run("pg_dump", "--format=custom", f"--file={dump}", settings.DATABASE_OWNER_URL)
        kept = sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())
        hashes = {str(path.relative_to(settings.MEDIA_ROOT)): _sha256(path) for path in kept}
        manifest = {
            "format": FORMAT, "taken_at": datetime.now(UTC).isoformat(timespec="seconds"), "files": len(kept),
            "hashes": hashes, "database": _sha256(dump),
        }  # fmt: skip
        _add_text(tar, "manifest.json", json.dumps(manifest, indent=1))
        tar.add(dump, "database.dump")
        for path in kept:
            tar.add(path, f"files/{path.relative_to(settings.MEDIA_ROOT)}")
    unfinished.replace(archive)
    return manifest


def read(archive: Path) -> dict[str, Any]:
    """Restore into an empty database and an empty files folder; every file's hash is compared. Raises CannotRestore."""
    from django.conf import settings

    root = Path(settings.MEDIA_ROOT)
    if root.exists() and any(root.iterdir()):
        raise CannotRestore(f"{root} is not empty: restore into an empty data folder.")
    _refuse_filled(settings.DATABASE_OWNER_URL)
    with tempfile.TemporaryDirectory(dir=environment.data_folder()) as folder:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        manifest: dict[str, Any] = json.loads((Path(folder) / "manifest.json").read_text())
        _verify(Path(folder), manifest)
        dump = str(Path(folder) / "database.dump")
        address = settings.DATABASE_OWNER_URL
        _grant_nothing_by_default(address, unquote(urlsplit(settings.DATABASE_URL).username or ""))
        _run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", f"--dbname={address}", dump)
        files = Path(folder) / "files"
        if files.exists():
            root.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                root.rmdir()
            files.rename(root)
    return manifest


def _verify(folder: Path, manifest: dict[str, Any]) -> None:
    if manifest.get("format") != FORMAT:
        raise CannotRestore(f"This archive is of format {manifest.get('format')}; this program reads {FORMAT}.")
    wanted = {
        "database.dump": manifest["database"],
        **{f"files/{name}": one for name, one in manifest["hashes"].items()},
    }
    broken = [name for name, one in wanted.items() if not (folder / name).exists() or _sha256(folder / name) != one]
    if broken:
        raise CannotRestore(f"The archive is damaged: {', '.join(broken[:5])}. Nothing was restored.")


def _refuse_filled(address: str) -> None:
    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if row and row[0]:
        name = urlsplit(address).path.lstrip("/")
        raise CannotRestore(f"The database {name} has tables already: restore into an empty one.")


def _grant_nothing_by_default(address: str, app: str) -> None:
    """The dump grants what it grants; a default that grants more would let the app role change the ledger.

    The defaults themselves are in the dump too, and come back at its end.
    """
    with psycopg.connect(address) as connection:
        for kind in ("TABLES", "SEQUENCES"):
            statement = SQL("ALTER DEFAULT PRIVILEGES REVOKE ALL ON {} FROM {}")
            connection.execute(statement.format(SQL(kind), Identifier(app)))


def _run(name: str, *arguments: str) -> None:
    done = subprocess.run([str(database.program(name)), *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotRestore(f"{name} failed: {done.stderr.strip()[-1500:]}")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    content = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    tar.addfile(entry, io.BytesIO(content))
