"""Which files may be handed in: their name, what they hold, and by which columns each file is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fondouk.kit.refusal import Refused, sentence
from fondouk.market.reference import opening, reading, sheet
from fondouk.market.reference.reading import Found, Told


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a kind: any of these sets of columns makes it known."""

    code: str
    columns: tuple[frozenset[str], ...]
    optional: bool = False

    def matches(self, names: frozenset[str]) -> bool:
        """Whether a file with these columns is this part."""
        return any(one <= names for one in self.columns)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name and help for people, its parts, and who reads it."""

    code: str
    name: str
    help: str
    parts: tuple[Part, ...]
    read: Callable[[Mapping[str, bytes], Told], Found]


def _part(code: str, *columns: str, optional: bool = False) -> Part:
    """A part known by columns, each alternative written as one text."""
    return Part(code, tuple(frozenset(one.split("|")) for one in columns), optional)


_EXPORT = ("{json}", "HTS Number|General Rate of Duty")
_DATABASE = "hts8|mfn_text_rate|mfn_rate_type_code"


def _plain(table: str, name: str, help_: str) -> Kind:
    required = frozenset(sheet.REQUIRED[table])
    return Kind(f"plain-{table.replace('_', '-')}", name, help_, (Part("rows", (required,)),), reading.plain(table))


KINDS: tuple[Kind, ...] = (
    Kind(
        "us-tariffs", sentence("US tariff database (USITC, CSV)"),
        sentence("Every line of 8 digits with its general and Moroccan rate; chapter 99 as additional duties."),
        (_part("database", _DATABASE),), reading.us_tariffs,
    ),
    Kind(
        "us-export", sentence("US tariff schedule (USITC export, JSON or CSV)"),
        sentence("Rates as published on a day; what differs from the loaded rates changes from that day on."),
        (_part("export", *_EXPORT),), reading.us_export,
    ),
    Kind(
        "us-comparison", sentence("Comparison of two US files, nothing is loaded"),
        sentence("The tariff database and an export, or two exports: every difference line by line, never averaged."),
        (_part("first", _DATABASE, *_EXPORT), _part("second", _DATABASE, *_EXPORT)), reading.us_comparison,
    ),
    Kind(
        "us-additional", sentence("US additional duties, their lists and fees (CSV)"),
        sentence("Up to three files: headings of chapter 99, lists of codes, fees by fiscal year."),
        (
            _part("headings", "layer|heading|ad_valorem_pct", optional=True),
            _part("lists", "list|hts_prefix", optional=True), _part("fees", "fee|fiscal_year|rate_pct", optional=True),
        ),
        reading.us_additional,
    ),
    Kind(
        "canada", sentence("Canada's tariff (CSV)"),
        sentence("The transcription of the year with the complete tariff of 2020: exact where both agree."),
        (
            _part("transcription", "tariff_item|mfn|gpt|check"), _part("complete", "TARIFF|DESC1|MFN|GPT"),
            _part("treatments", "country|treatments", optional=True),
        ),
        reading.canada_tariffs,
    ),
    Kind(
        "hs", sentence("Harmonized System (CSV)"),
        sentence("Chapters, headings and subheadings of one version; its year stands in the source."),
        (_part("headings", "section|hscode|description"),), reading.hs_headings,
    ),
    Kind(
        "locode", sentence("UN/LOCODE (CSV)"), sentence("Ports, airports and towns; parts of an edition may follow."),
        (_part("places", "Country|Location|Name|Function"),), reading.places,
    ),
    Kind(
        "vat", sentence("VAT rates (CSV)"), sentence("The standard rate of each country; lower rates are named."),
        (_part("rates", "country_code|standard|reduced|as_of"),), reading.vat_rates,
    ),
    Kind(
        "ecb", sentence("European Central Bank rates (CSV or XML)"), sentence("Reference rates against the euro."),
        (_part("rates", "Date|USD", "{xml}"),), reading.ecb_rates,
    ),
    Kind(
        "fx", sentence("Other exchange rates (CSV)"),
        sentence("The dirham's table (date, MAD_per_EUR …) or the plain columns of rates."),
        (_part("rates", "date|MAD_per_EUR", "source|base|currency|on|rate"),), reading.other_rates,
    ),
    _plain("measures", sentence("Plain measures (CSV)"), sentence("Any country, with the documented columns.")),
    _plain("lists", sentence("Plain lists of codes (CSV)"), sentence("A list is replaced whole.")),
    _plain("groups", sentence("Plain groups of origins (CSV)"), sentence("A group is replaced whole.")),
    _plain("regimes", sentence("Plain rules of valuation (CSV)"), sentence("One row for each destination.")),
    _plain("rate_cards", sentence("Plain rate cards (CSV)"), sentence("One row for each lane, mode and carrier.")),
    _plain("charges", sentence("Plain charges at origin and destination (CSV)"), sentence("One row for each charge.")),
)  # fmt: skip
BY_CODE: Mapping[str, Kind] = {one.code: one for one in KINDS}
NAMES: Mapping[str, str] = {one.code: one.name for one in KINDS}


def read(
    code: str, files: Sequence[bytes], *, source: str, retrieved_on: date, in_force_on: date | None = None
) -> Found:
    """What files of a kind say. Raises Refused where they are of another kind, broken, or half a file."""
    kind = BY_CODE[code]
    told = Told(source, retrieved_on.isoformat(), in_force_on or retrieved_on)
    return kind.read(_assigned(kind, files), told)


def _assigned(kind: Kind, files: Sequence[bytes]) -> dict[str, bytes]:
    """Each file as the part its columns say, in whatever order they came."""
    found: dict[str, bytes] = {}
    for data in files:
        names = opening.header(data)
        part = next((one for one in kind.parts if one.code not in found and one.matches(names)), None)
        if part is None:
            raise _of_another_kind(names)
        found[part.code] = data
    missing = [one for one in kind.parts if not one.optional and one.code not in found]
    if missing or not found:
        columns = ", ".join(sorted((missing or list(kind.parts))[0].columns[-1])).strip("{}")
        words = sentence("A file is missing: the one with %(columns)s.")
        raise opening.refused("missing", words, columns=columns)
    return found


def _of_another_kind(names: frozenset[str]) -> Refused:
    """Says what the file looks like, where it is one of the known ones."""
    if len(names) <= 1 and names <= {"", "{json}", "{xml}"}:
        return opening.refused("kind", sentence("This file has none of the columns this kind asks for."))
    likely = next((one for one in KINDS if any(part.matches(names) for part in one.parts)), None)
    if likely is not None:
        words = sentence("This file is of another kind: %(kind)s.")
        return opening.refused("kind", words, kind=likely.name)
    shown = ", ".join(sorted(names)[:6])
    words = sentence("This file has none of the columns this kind asks for; it has %(columns)s.")
    return opening.refused("kind", words, columns=shown[:120])
