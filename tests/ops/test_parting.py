"""Tests of one group run in one process, the longest groups first, whatever the versions of pytest and xdist."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TESTS = """
import os
import pytest

@pytest.mark.parametrize("number", range(8))
def test_alone(number):
    told("alone")

@pytest.mark.xdist_group("database")
@pytest.mark.parametrize("number", range(8))
def test_short(number):
    told("database")

@pytest.mark.xdist_group("crash")
@pytest.mark.parametrize("number", ["a@b", "c"] * 3)
def test_long(number):
    told("crash")

def told(group):
    with open(os.environ["PYTEST_XDIST_WORKER"], "a") as log:
        print(group, file=log)
"""


def test_groups_stay_together_and_begin_first(tmp_path: Path) -> None:
    (tmp_path / "test_three.py").write_text(TESTS)
    (tmp_path / "pytest.ini").touch()
    plugins = [part for name in ("tests.parting", "no:django", "no:cacheprovider") for part in ("-p", name)]
    options = ["-q", "-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder", *plugins]
    clean = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=tmp_path, env={**clean, "PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert "22 passed" in done.stdout, done.stdout + done.stderr
    ran = {worker: (tmp_path / worker).read_text().split() for worker in ("gw0", "gw1")}
    where = defaultdict(set)
    for worker, groups in ran.items():
        for group in groups:
            where[group].add(worker)
    assert len(where["crash"]) == len(where["database"]) == 1
    assert {groups[0] for groups in ran.values()} == {"crash", "database"}
