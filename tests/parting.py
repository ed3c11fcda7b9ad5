"""How the tests are parted among the processes of pytest-xdist: together what belongs together, longest first.

Tests of one `xdist_group` share what is dear to start (a cluster of OpenSearch, a browser) or may not be disturbed (a
marketplace whose processes are killed). pytest-xdist 3.8 tells their process by the end of their name, but writes it
where pytest 9.2 looks no longer; here it is written where it does. A group that begins last would leave the other core
idle for minutes, so groups begin first, the longest before the others.
"""

from __future__ import annotations

import pytest
from _pytest.nodeid import NodeId

LONGEST_FIRST = ("crash", "opensearch", "browser", "database")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In each process alike: name the groups, and put them before all else."""
    if not hasattr(config, "workerinput") or not config.getvalue("loadgroup"):
        return
    for item in items:
        if (group := _group(item)) and not item.nodeid.endswith(f"@{group}"):
            item._id = NodeId.parse(f"{item.nodeid}@{group}")
    items.sort(key=lambda item: _turn(_group(item)))


def _group(item: pytest.Item) -> str:
    mark = item.get_closest_marker("xdist_group")
    return str(mark.args[0]) if mark is not None else ""


def _turn(group: str) -> int:
    return LONGEST_FIRST.index(group) if group in LONGEST_FIRST else len(LONGEST_FIRST)
