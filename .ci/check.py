"""`make check`: every check that needs no test, each with its time. All are run: one visit shows all that is wrong.

The checks written in Python lie beside this file; the others are the tools' own commands.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
BIN = PROJECT / ".venv" / "bin"
PYTHON = str(BIN / "python")
MANAGE = [PYTHON, "-m", "fondouk.cli", "manage"]

# What a deployment would set: enough to load the settings as in production, nothing secret.
DEPLOYMENT = {
    "FONDOUK_MODE": "production",
    "FONDOUK_SITE_URL": "https://fondouk.example",
    "FONDOUK_SECRET_KEY": "check-only-" + "k3yM4ter14l" * 6,
    "FONDOUK_EVIDENCE_KEY": "check-only-" + "k3yM4ter14l" * 6,
    "FONDOUK_ROLE": "command",
    "FONDOUK_DEVELOPER": "",
}

CHECKS: list[tuple[str, list[str], dict[str, str]]] = [
    ("format", [str(BIN / "ruff"), "format", "--check", "-q", "."], {}),
    ("lint", [str(BIN / "ruff"), "check", "-q", "."], {}),
    ("types", [str(BIN / "mypy")], {}),
    ("imports", [str(BIN / "lint-imports"), "--no-logo"], {}),
    ("migrations written", [*MANAGE, "makemigrations", "--check", "--dry-run"], {}),
    ("snapshot of the tables", [PYTHON, ".ci/snapshot.py", "--check"], {}),
    ("deployment settings", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], DEPLOYMENT),
    ("assets up to date", [PYTHON, "-m", "fondouk.doors.web.assets", "--check"], {}),
    ("translations complete", [PYTHON, ".ci/translations.py"], {}),
    ("state diagrams", [PYTHON, ".ci/states.py", "--check"], {}),
]


def main() -> int:
    """Run the checks named as arguments, or all; 1 if any fails."""
    wanted = sys.argv[1:]
    failed = [
        name for name, command, extra in CHECKS if not wanted or name in wanted if not _passes(name, command, extra)
    ]
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return 1 if failed else 0


def _passes(name: str, command: list[str], extra: dict[str, str]) -> bool:
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=PROJECT, env={**os.environ, **extra}, capture_output=True, text=True, check=False
    )
    passed = done.returncode == 0
    print(f"{'ok  ' if passed else 'FAIL'}  {name:<24}{time.monotonic() - begun:6.1f} s", flush=True)
    if not passed:
        print(f"{done.stdout}{done.stderr}".rstrip())
    return passed


if __name__ == "__main__":
    sys.exit(main())
