"""What `make demo` says when the marketplace runs: the address, the people, how to sign in as each."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def text(address: str, data: Path, seconds: float) -> str:
    """The lines to print; `seconds` is how long the start took."""
    lines = ["", f"Fondouk is open at {address}   (after {seconds:.0f} s; Ctrl-C stops it)", ""]
    lines += _people(address)
    lines += [f"Mail is written to {data / 'mail'}, logs to {data / 'logs'}.", ""]
    return "\n".join(lines)


def _people(address: str) -> list[str]:
    if not find_spec("fondouk.doors.demo.people"):
        return []
    from fondouk.doors.demo.people import PASSWORD, PEOPLE

    width = max(len(person.email) for person in PEOPLE)
    lines = [f"Sign in at {address}/en/account/login/ with any of these, password {PASSWORD}", ""]
    lines += [f"  {person.email:<{width}}  {person.says}" for person in PEOPLE]
    return [*lines, ""]
