"""The difference report: products it touches, files in their other forms, and what it refuses."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from fondouk.engines.events.models import Event, Unread
from fondouk.engines.events.perform import perform
from fondouk.engines.fx import rates
from fondouk.engines.tariffs import schedule
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refused
from fondouk.market.catalogue.models import Product
from fondouk.market.reference import commands, kinds, report
from fondouk.market.reference.reading import Found
from tests import clock
from tests.cast import Cast
from tests.market.catalogue import offers
from tests.market.discovery import goods

pytestmark = pytest.mark.django_db
HEAD = "destination,kind,name,hs,covered_list,rate,currency,valid_from,source\n"


@pytest.fixture(autouse=True)
def forgetting(db: None) -> Iterator[None]:
    """What the engines keep in memory ends with the test."""
    yield
    schedule.forget()
    rates.forget()


def read(kind: str, content: str | bytes, **options: Any) -> Found:
    """What a file of a kind says."""
    data = content.encode() if isinstance(content, str) else content
    return kinds.read(kind, [data], source="the file", retrieved_on=date(2026, 11, 23), **options)


def made(content: str, head: str = HEAD) -> report.Report:
    """The report of plain measures."""
    return report.make(read("plain-measures", head + content), in_force_on=date(2026, 11, 23))


def test_products_are_counted_by_code_and_all_of_them_by_a_layer(cast: Cast) -> None:
    offers.shelves()
    goods.publish(cast.ceramics, 2, sku="A")
    hs6 = Product.objects.values_list("hs6", flat=True)[0]
    assert made(f"US,mfn,,{hs6}99,,5%,USD,2026-12-01,a law\n").products == 2
    assert made("US,mfn,,01012100,,5%,USD,2026-12-01,a law\n").products == 0
    assert made("US,layer,surcharge,,,10%,USD,2026-12-01,a law\n").products == 2
    headed = "destination,kind,name,heading,hs,covered_list,rate,currency,valid_from,source\n"
    for row in ("US,layer,surcharge,9903.05.56,,,10%", "US,fee,mpf,FY2030,,,0.4%"):
        assert made(f"{row},USD,2026-12-01,a law\n", head=headed).products == 2, row


@pytest.mark.parametrize(
    ("row", "touches"),
    [
        ("US,mfn,,33049950,,5%,USD,2026-12-01,a law", ["3304"]),
        ("US,mfn,,33,,5%,USD,2026-12-01,a law", []),
        ("US,layer,surcharge,,,10%,USD,2026-12-01,a law", []),
    ],
)
def test_a_load_tells_the_headings_whose_landed_costs_are_looked_at_again(row: str, touches: list[str]) -> None:
    """None where it may be all: discovery then looks at every landed cost."""
    content = HEAD + row + "\n"
    done = perform(
        commands.load_measures, once=None, by=Actor.system("test"), at=clock.AT, content=content, name="a law"
    )
    event = Event.objects.get(name="reference.load.approved", subject=done.reference)
    assert event.data == {"table": "measures", "touches": touches}
    assert Unread.objects.filter(event=event, reader="discovery").exists()


def test_a_layer_on_a_list_nobody_loaded_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        made("US,layer,metals,,s232_moon_metal,25%,USD,2026-12-01,a law\n")
    assert refused.value.code == "reference.file.list"


def test_a_part_of_a_tariff_is_not_taken_for_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "live_rates", lambda *_: {f"{code:08}": "Free" for code in range(2_000)})
    found = read("plain-measures", HEAD + "US,mfn,,15159081,,5%,USD,2026-12-01,a law\n")
    found.whole = True
    with pytest.raises(Refused) as refused:
        report.make(found, in_force_on=date(2026, 12, 1))
    assert refused.value.code == "reference.file.part"


EXPORT = (
    "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty\n"
    "1515.90,0,Other vegetable fats:,,,,\n"
    '1515.90.81,1,Other,"[""kg""]",3.2%,"Free (A,AU,BH,MA,S)",20%\n'
    '2008.97.90,1,Mixtures,"[""kg""]",14.9%,"See 9822.03.01 (MA) Free (BH)",35%\n'
    '1604.20.30,1,Balls,"[""kg""]",See note 3,,25%\n'
)


def test_the_export_is_read_as_csv_too() -> None:
    found = read("us-export", "\ufeff" + EXPORT, in_force_on=date(2026, 6, 8))
    rows = {(row["kind"], row["hs"]): row for row in found.tables["measures"]}
    assert rows["mfn", "15159081"]["rate"] == "3.2%"
    assert rows["mfn", "15159081"]["valid_from"] == "2026-06-08"
    assert rows["preference", "15159081"]["rate"] == "Free"
    assert "quota" in rows["preference", "20089790"]["human"]
    assert rows["mfn", "16042030"]["human"]
    assert found.counts == {"computable": 2, "human": 1}


XML = """<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<Cube><Cube time="2026-10-30"><Cube currency="USD" rate="1.1172"/><Cube currency="CAD" rate="1.5606"/></Cube>
<Cube time="2026-10-29"><Cube currency="USD" rate="1.1150"/></Cube></Cube></gesmes:Envelope>"""


def test_the_banks_xml_is_read_day_by_day() -> None:
    found = read("ecb", gzip.compress(XML.encode()))
    rows = [(row["on"], row["currency"], row["rate"]) for row in found.tables["fx_rates"]]
    assert rows == [
        ("2026-10-30", "USD", "1.1172"), ("2026-10-30", "CAD", "1.5606"), ("2026-10-29", "USD", "1.1150"),
    ]  # fmt: skip
    changes = report.make(found, in_force_on=date(2026, 10, 30))
    assert changes.counts == {"added": 3}


def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_disarmed() -> None:
    lines = report.as_csv(made("US,mfn,,15159081,,5%,USD,2026-12-01,a law\n")).decode("utf-8-sig")
    assert lines.splitlines()[1].startswith("added,measures,US,mfn,,15159081,,5%,2026-12-01")
    assert report._safe("=cmd()") == "'=cmd()"
