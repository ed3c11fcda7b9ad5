"""The command `fondouk`: one line per subcommand, each loaded only when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class Command:
    """A subcommand: what it does, and the function `run(arguments) -> exit code | None` that does it."""

    help: str
    path: str

    def load(self) -> Callable[[Sequence[str]], int | None]:
        """The function behind `path`, written module:function."""
        module, function = self.path.split(":")
        found: Callable[[Sequence[str]], int | None] = getattr(import_module(module), function)
        return found


OPS = "fondouk.doors.ops"
COMMANDS = {
    "demo": Command("open a marketplace with demo data here and keep it running", f"{OPS}.supervisor:demo"),
    "demo-reset": Command("throw the demo's data away", f"{OPS}.supervisor:demo_reset"),
    "run": Command("run web server, worker, readers and indexer on the data that is there", f"{OPS}.supervisor:run"),
    "serve": Command("run the web server alone", f"{OPS}.processes:serve"),
    "worker": Command("run the background worker alone", f"{OPS}.processes:worker"),
    "readers": Command("run the journal's readers and the minute sweeps alone", f"{OPS}.processes:readers"),
    "indexer": Command("run the search index's writer alone", f"{OPS}.processes:indexer"),
    "migrate": Command("bring the database's tables up to date", f"{OPS}.preparing:migrate"),
    "seed-demo": Command("write the demo data", f"{OPS}.preparing:seed_demo"),
    "rebuild-index": Command("write the search index anew beside the old one, then swap", f"{OPS}.preparing:rebuild"),
    "doctor": Command("check settings, database, worker, index and clock", f"{OPS}.doctor:main"),
    "backup": Command("write database and files into one archive", f"{OPS}.backup:backup_command"),
    "restore": Command("read an archive into an empty database and data folder", f"{OPS}.backup:restore_command"),
    "demo-statement": Command("write the bank's camt.053 file for a payment", f"{OPS}.demo_statement:main"),
    "estimate": Command("print a landed cost, line by line", f"{OPS}.estimate:main"),
    "import-reference": Command(
        "read an official tariff, rate or place file and say what changes", f"{OPS}.importing:main"
    ),
    "search": Command("search the index from the command line", f"{OPS}.searching:main"),
    "manage": Command("Django's own management commands", f"{OPS}.preparing:manage"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the subcommand named first; without one, say which there are."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help", "help"}:
        return _usage()
    if words[0] not in COMMANDS:
        print(f"There is no command {words[0]!r}.", file=sys.stderr)
        return _usage(2)
    try:
        return COMMANDS[words[0]].load()(words[1:]) or 0
    except KeyboardInterrupt:
        return 130


def _usage(code: int = 0) -> int:
    print("fondouk <command> [arguments]\n")
    for name, command in COMMANDS.items():
        print(f"  {name:<16}{command.help}")
    return code


if __name__ == "__main__":
    sys.exit(main())
