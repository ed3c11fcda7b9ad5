"""How the tests are parted among the processes of pytest-xdist: together what belongs together.

Tests of one `xdist_group` share what is dear to start (a cluster of OpenSearch, a browser) or may not be disturbed (a
marketplace whose processes are killed). pytest-xdist 3.8 tells their process by the end of their name, but writes it
where pytest 9.2 looks no longer; here it is written where it does. The marketplace that is killed begins, beside tests
that wait for nobody; search nodes and browser end together, so that neither core idles and neither waits for a kill.
"""

from __future__ import annotations

import pytest
from _pytest.nodeid import NodeId

TURNS = ("crash", "database", "", "opensearch", "browser")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In each process alike: name the groups, and give each its turn."""
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
    return TURNS.index(group if group in TURNS else "")
