"""PostgreSQL's own full text over the same documents: what the engine is held against, in the same run."""

from __future__ import annotations

from collections.abc import Iterable

import psutil
import psycopg

from fondouk.engines.search.index import Document

_CONFIGS = {"en": "english", "fr": "french", "ar": "arabic"}
_FACETS = ("category", "region", "incoterm", "certificate")
_COLUMNS = ("id", "category", "region", "incoterm", "certificate", "landed", "weight", "title")
_TEXTS = tuple(f"{part}_{language}" for language in _CONFIGS for part in ("title", "body"))
_RAW = (
    "CREATE UNLOGGED TABLE bench_raw (id text, category text, region text, incoterm text, certificate text,"
    f" landed bigint, weight float, title text, {', '.join(f'{name} text' for name in _TEXTS)})"
)
_VECTOR = " || ".join(
    f"setweight(to_tsvector('{config}', title_{language}), 'A') ||"
    f" setweight(to_tsvector('{config}', body_{language}), 'C')"
    for language, config in _CONFIGS.items()
)
_LISTING = f"CREATE UNLOGGED TABLE bench_listing AS SELECT {', '.join(_COLUMNS)}, {_VECTOR} AS body FROM bench_raw"
_QUERY = " || ".join(f"plainto_tsquery('{config}', %(text)s)" for config in _CONFIGS.values())


class Baseline:
    """A table with a weighted tsvector in three languages, a GIN index, and the queries a page would send."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg.connect(url, autocommit=True)
        self._process = psutil.Process(self.connection.info.backend_pid)

    def load(self, documents: Iterable[Document]) -> None:
        """Write the documents, read them into vectors on all cores, and index them."""
        self.connection.execute("DROP TABLE IF EXISTS bench_listing, bench_raw")
        self.connection.execute(_RAW)
        with self.connection.cursor() as cursor, cursor.copy("COPY bench_raw FROM STDIN") as copy:
            for document in documents:
                copy.write_row(_row(document))
        with self.connection.transaction():
            self._with_all_cores()
            self.connection.execute(_LISTING)
            self.connection.execute("CREATE INDEX ON bench_listing USING gin (body)")
            self.connection.execute("CREATE INDEX ON bench_listing (category, weight DESC)")
            self.connection.execute("DROP TABLE bench_raw")
        self.connection.execute("VACUUM ANALYZE bench_listing")

    def _with_all_cores(self) -> None:
        """For the loading alone: questions are asked with the server's own settings."""
        self.connection.execute("ALTER TABLE bench_raw SET (parallel_workers = 2)")
        self.connection.execute("SET LOCAL parallel_setup_cost = 0")
        self.connection.execute("SET LOCAL parallel_tuple_cost = 0")
        self.connection.execute("SET LOCAL maintenance_work_mem = '512MB'")

    def spent(self) -> float:
        """Seconds of processor time of the server's process that answers here."""
        return sum(self._process.cpu_times()[:2])

    def hits(self, text: str) -> list[tuple[object, ...]]:
        """Twenty best and their total."""
        found = self.connection.execute(
            f"SELECT id, ts_rank(body, q) FROM bench_listing, (SELECT {_QUERY} AS q) AS asked WHERE body @@ q"
            " ORDER BY 2 DESC LIMIT 20",
            {"text": text},
        ).fetchall()
        self.connection.execute(
            f"SELECT count(*) FROM bench_listing WHERE body @@ ({_QUERY})", {"text": text}
        ).fetchone()
        return found

    def page(self, text: str, region: str) -> None:
        """Twenty best with a filter, their total, and four facets."""
        asked = {"text": text, "region": region}
        where = f"body @@ ({_QUERY}) AND region = %(region)s"
        self.connection.execute(
            f"SELECT id, ts_rank(body, ({_QUERY})) FROM bench_listing WHERE {where} ORDER BY 2 DESC LIMIT 20", asked
        ).fetchall()
        self.connection.execute(f"SELECT count(*) FROM bench_listing WHERE {where}", asked).fetchone()
        for facet in _FACETS:
            held = f"body @@ ({_QUERY})" if facet == "region" else where
            counted = f"SELECT {facet}, count(*) FROM bench_listing WHERE {held} GROUP BY 1"
            self.connection.execute(counted, asked).fetchall()

    def close(self) -> None:
        """Drop the table."""
        self.connection.execute("DROP TABLE IF EXISTS bench_listing, bench_raw")
        self.connection.close()


def _row(document: Document) -> tuple[object, ...]:
    texts = [
        part
        for language in _CONFIGS
        for part in (
            document.titles.get(language, ""),
            f"{document.summaries.get(language, '')} {document.words.get(language, '')} {' '.join(document.names)}",
        )
    ]
    return (
        document.id, document.tags["category"][0], document.tags["region"][0], document.tags["incoterm"][0],
        "|".join(document.tags["certificate"]), document.landed_shipment.get(0), document.weight,
        next(iter(document.titles.values())), *texts,
    )  # fmt: skip
