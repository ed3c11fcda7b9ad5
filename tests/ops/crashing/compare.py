"""`python -m tests.ops.crashing.compare`: are the indexed ids those of the public listings? Exits with what differs."""

from __future__ import annotations

import sys

from fondouk.doors.ops import environment


def main() -> None:
    """Compare, in system scope."""
    cluster = environment.enter("command")
    from fondouk.engines.search import index
    from fondouk.engines.tables import scope
    from fondouk.market.discovery import queries

    with scope.as_system():
        public = {document.id for document in queries.all_documents()}
    found = index.find(index.Query(size=1_000))
    indexed = {hit.id for hit in found.hits}
    if cluster is not None:
        cluster.stop()
    if public != indexed:
        sys.exit(f"public and not indexed: {public - indexed}; indexed and not public: {indexed - public}")
    print(f"{len(public)} listings, all indexed and no other")


if __name__ == "__main__":
    main()
