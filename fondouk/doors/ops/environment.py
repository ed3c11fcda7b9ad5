"""What a process needs before it works: its role, its database, Django loaded, and a parent that still lives."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from fondouk.doors.ops import database

PROJECT = Path(__file__).resolve().parents[3]
PARENT_SECONDS = 0.5


def data_folder() -> Path:
    """Where database, files, index and mail lie: FONDOUK_DATA, else `var` in the project."""
    return Path(os.environ.get("FONDOUK_DATA") or PROJECT / "var").resolve()


def addresses() -> dict[str, str]:
    """The variables that name the database: as they are set, else the embedded cluster's, running or not."""
    if "DATABASE_URL" in os.environ:
        app = os.environ["DATABASE_URL"]
        return {"DATABASE_URL": app, "DATABASE_OWNER_URL": os.environ.get("DATABASE_OWNER_URL", app)}
    owner, app = database.urls(data_folder())
    return {"DATABASE_URL": app, "DATABASE_OWNER_URL": owner}


def find_database() -> database.Cluster | None:
    """Point DATABASE_URL and DATABASE_OWNER_URL at the embedded cluster, started if need be; one that is set wins."""
    if "DATABASE_URL" in os.environ:
        return None
    cluster = database.start(data_folder())
    os.environ.update(addresses())
    return cluster


def enter(role: str) -> database.Cluster | None:
    """Load Django in this role: web, worker, indexer, command, or owner (who migrates)."""
    cluster = find_database()
    load_django(role)
    return cluster


def load_django(role: str) -> None:
    """Django's settings and apps, connected as `role`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fondouk.settings")
    os.environ["FONDOUK_ROLE"] = role
    collects = gc.isenabled()
    gc.disable()  # nothing that is loaded goes away again: looking for it takes a tenth of the loading
    import django

    django.setup()
    gc.freeze()
    if collects:
        gc.enable()


def forked(job: Callable[[], None]) -> Callable[[], None]:
    """Begin a job in a forked process, which has loaded all this one has; what is returned waits for it, or raises."""
    process = multiprocessing.get_context("fork").Process(target=job, daemon=True)
    process.start()

    def wait() -> None:
        process.join()
        if process.exitcode != 0:
            raise RuntimeError("A part of the work failed; the lines above say why.")

    return wait


def leave_with_parent() -> None:
    """End this process when its parent ends, so that a killed supervisor or server leaves nobody behind.

    Polls, because the kernel's own death signal is tied to the parent's thread and lost with a change of rights. The
    parent says who it is in FONDOUK_PARENT: one killed while this process was starting is no longer its parent.
    """
    parent = int(os.environ.get("FONDOUK_PARENT") or os.getppid())

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PARENT_SECONDS)
        os._exit(0)

    threading.Thread(target=watch, name="leave-with-parent", daemon=True).start()
