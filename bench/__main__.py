"""`python -m bench [name …]`: every benchmark of this folder, or those named. They print tables and judge no times."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Run each in a process of its own; the number of those that failed."""
    known = sorted(path.parent.name for path in HERE.glob("*/__main__.py"))
    failed = 0
    for name in names or known:
        print(f"\n== {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=HERE.parent, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
