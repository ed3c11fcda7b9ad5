"""`python -m bench [name …] [--option …]`: every benchmark of this folder, or those named, with the options given.

They print tables and write `var/bench/<name>.jsonl`. They judge no times; where a row stands beside a baseline measured
in the same run, its ratio must not fall below a floor.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Run each in a process of its own; the number of those that failed."""
    first = next((place for place, one in enumerate(arguments) if one.startswith("-")), len(arguments))
    names, options = arguments[:first], arguments[first:]
    known = sorted(path.parent.name for path in HERE.glob("*/__main__.py"))
    failed = 0
    for name in names or known:
        print(f"\n== {name}", flush=True)
        command = [sys.executable, "-m", f"bench.{name}", *options]
        failed += subprocess.run(command, cwd=HERE.parent, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
