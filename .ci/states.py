"""Draw each noun's transition tables into docs/states/<noun>.md; with --check, say which drawing is out of date."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "docs" / "states"
sys.path.insert(0, str(PROJECT))


def main() -> int:
    """Write the drawings, or with --check compare them; 1 if one differs."""
    drawings = dict(_drawings())
    if "--check" not in sys.argv:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for noun, text in drawings.items():
            (FOLDER / f"{noun}.md").write_text(text)
        return 0
    stale = [noun for noun, text in drawings.items() if _kept(noun) != text]
    for noun in stale:
        print(f"docs/states/{noun}.md differs from the tables in rules: run `python .ci/states.py`")
    return 1 if stale else 0


def _kept(noun: str) -> str:
    path = FOLDER / f"{noun}.md"
    return path.read_text() if path.exists() else ""


def _drawings() -> Iterator[tuple[str, str]]:
    for path in sorted((PROJECT / "fondouk" / "market").glob("*/rules.py")):
        noun = path.parent.name
        tables = list(_tables(noun))
        if tables:
            body = "\n".join(_drawing(title, table) for title, table in tables)
            yield noun, f"# States of {noun}\n\nDrawn from `fondouk/market/{noun}/rules.py`.\n{body}"


def _tables(noun: str) -> Iterator[tuple[str, Mapping[object, object]]]:
    """Every table of a rules module: a mapping named TRANSITIONS or …_TRANSITIONS."""
    rules = import_module(f"fondouk.market.{noun}.rules")
    for name, value in vars(rules).items():
        if name.endswith("TRANSITIONS") and isinstance(value, Mapping) and _is_of(noun, next(iter(value))):
            yield name.removesuffix("TRANSITIONS").strip("_").replace("_", " ").capitalize() or noun.capitalize(), value


def _is_of(noun: str, state: object) -> bool:
    return type(state).__module__.startswith(f"fondouk.market.{noun}.")


def _drawing(title: str, table: Mapping[object, object]) -> str:
    lines = ["", f"## {title}", "", "```{mermaid}", "stateDiagram-v2"]
    first = next(iter(table))
    lines.append(f"    [*] --> {first}")
    for state, leaving in table.items():
        lines += [f"    {state} --> {target}{verb}" for verb, target in _arrows(leaving)]
        if not leaving:
            lines.append(f"    {state} --> [*]")
    return "\n".join([*lines, "```", ""])


def _arrows(leaving: object) -> Iterator[tuple[str, object]]:
    """(": verb" or "", target) from {verb: target} or from a collection of targets."""
    if isinstance(leaving, Mapping):
        for verb, target in leaving.items():
            yield f": {verb}", target
        return
    assert isinstance(leaving, (set, frozenset, tuple, list))
    for target in sorted(leaving, key=str):
        yield "", target


if __name__ == "__main__":
    sys.exit(main())
