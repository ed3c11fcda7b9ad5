"""The operator's desk for reference data: hand in, dry run, report, approval, undoing; hostile files; strangers."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fondouk.engines.fx import rates
from fondouk.engines.tariffs import schedule
from fondouk.market.companies.models import Person
from fondouk.market.reference import queries, tasks
from fondouk.market.reference.models import Import
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HEAD = "destination,kind,hs,rate,currency,valid_from,valid_until,source\n"
FIRST = HEAD + "US,mfn,15159081,3.2%,USD,2022-01-01,,the tariff\nUS,mfn,09102000,Free,USD,2022-01-01,,the tariff\n"
SECOND = (
    HEAD + "US,mfn,15159081,4%,USD,2026-07-01,,the new tariff\nUS,mfn,69120000,9.8%,USD,2026-07-01,,the new tariff\n"
)
PLACES = "/en/desk/measures/imports/"


@pytest.fixture(autouse=True)
def forgetting(db: None) -> Iterator[None]:
    """What the engines keep in memory ends with the test."""
    yield
    schedule.forget()
    rates.forget()


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def post(desk: Client, content: bytes | str, kind: str = "plain-measures", name: str = "file.csv", **typed: str) -> Any:
    """The answer to a file handed in."""
    data = content.encode() if isinstance(content, str) else content
    form = {"kind": kind, "source": "the tariff", "retrieved_on": "2026-11-23", "in_force_on": "2026-07-01", **typed}
    return desk.post(PLACES, {**form, "file": SimpleUploadedFile(name, data)})


def handed_in(desk: Client, content: bytes | str, **options: Any) -> str:
    """The reference of a file that was taken."""
    answer = post(desk, content, **options)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"]).rstrip("/").rpartition("/")[2]


def checked(desk: Client, content: bytes | str, **options: Any) -> str:
    """Handed in and read by the worker."""
    reference = handed_in(desk, content, **options)
    tasks.check_import(reference=reference)
    return reference


def applied(desk: Client, content: str, **options: Any) -> str:
    """Handed in, checked, approved, applied."""
    reference = checked(desk, content, **options)
    approve(desk, reference)
    tasks.apply_import(reference=reference)
    assert Import.objects.get(reference=reference).state == "APPLIED"
    return reference


def approve(desk: Client, reference: str, stamp: str | None = None) -> Any:
    """The answer to an approval of the report as it stands, or of another."""
    known = Import.objects.get(reference=reference).stamp if stamp is None else stamp
    return desk.post(f"{PLACES}{reference}/approval/", {"stamp": known})


def measures() -> list[tuple[Any, ...]]:
    """Every row of the measures."""
    return list(apps.get_model("tariffs", "Measure").objects.order_by("pk").values_list())


def test_a_file_is_read_compared_approved_applied_and_undone(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    applied(desk, FIRST)
    before = measures()
    reference = checked(desk, SECOND)
    assert measures() == before
    page = desk.get(f"{PLACES}{reference}/").content.decode()
    assert "1 rate changes on 1 Jul 2026" in page
    assert "3.2%" in page
    assert "Approve and apply" in page
    assert approve(desk, reference).status_code == 302
    tasks.apply_import(reference=reference)
    assert schedule.live_rates("US", "mfn")["15159081"] == "4%"
    page = desk.get(f"{PLACES}{reference}/").content.decode()
    assert "Amine Tazi" in page
    assert desk.post(f"{PLACES}{reference}/undoing/").status_code == 302
    tasks.finish_undoing(reference=reference)
    assert measures() == before
    assert Import.objects.get(reference=reference).state == "UNDONE"


def test_every_line_of_the_report_can_be_saved(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    applied(desk, FIRST)
    answer = desk.get(f"{PLACES}{checked(desk, SECOND)}/lines/")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Type"] == "text/csv"
    assert "attachment" in answer["Content-Disposition"]
    assert lines[1].startswith("changed,measures,US,mfn,,15159081,3.2%,4%,2026-07-01")
    assert lines[2].startswith("added,measures,US,mfn,,69120000,,9.8%")


def test_an_outdated_report_is_made_again_before_anything_is_written(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    applied(desk, FIRST)
    reference = checked(desk, SECOND)
    approve(desk, reference)
    applied(desk, HEAD + "US,mfn,15159081,5%,USD,2024-01-01,,another\n")
    tasks.apply_import(reference=reference)
    assert Import.objects.get(reference=reference).state == "RECEIVED"
    assert schedule.live_rates("US", "mfn")["15159081"] == "5%"
    tasks.check_import(reference=reference)
    assert "5%" in desk.get(f"{PLACES}{reference}/").content.decode()
    assert approve(desk, reference, stamp="an old report").status_code == 422
    assert "made again" in approve(desk, reference, stamp="an old report").content.decode()


def test_what_later_files_build_on_is_not_undone(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    first = applied(desk, FIRST)
    second = applied(desk, SECOND)
    answer = desk.post(f"{PLACES}{first}/undoing/")
    assert answer.status_code == 422
    assert "Later loads build on this one" in answer.content.decode()
    desk.post(f"{PLACES}{second}/undoing/")
    tasks.finish_undoing(reference=second)
    assert desk.post(f"{PLACES}{first}/undoing/").status_code == 302


def test_a_withdrawn_file_is_not_approved(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    reference = checked(desk, FIRST)
    assert desk.post(f"{PLACES}{reference}/withdrawal/").status_code == 302
    assert approve(desk, reference).status_code == 422
    tasks.apply_import(reference=reference)
    assert measures() == []


@pytest.mark.parametrize(
    ("content", "kind", "name", "code"),
    [
        (FIRST, "us-tariffs", "f.csv", "reference.file.kind"),
        ("a,b\n1,2\n", "plain-measures", "f.csv", "reference.file.kind"),
        (HEAD, "plain-measures", "f.csv", "reference.file.empty"),
        (FIRST[:-20], "plain-measures", "f.csv", "reference.file.half"),
        (FIRST + "US,mfn,1,2\n", "plain-measures", "f.csv", "reference.file.short"),
        (FIRST + "US,mfn,15159082,3,2%,USD,2022-01-01,,x\n", "plain-measures", "f.csv", "reference.file.shifted"),
        (FIRST.replace("3.2%", ""), "plain-measures", "f.csv", "reference.file.errors"),
        (gzip.compress(FIRST.encode(), mtime=0)[:-30], "plain-measures", "f.csv.gz", "reference.file.half"),
        (gzip.compress(b"0" * 130_000_000, 1, mtime=0), "plain-measures", "f.csv.gz", "reference.file.bomb"),
        (gzip.compress("é,b".encode("latin-1"), mtime=0), "plain-measures", "f.csv.gz", "reference.file.encoding"),
        (json.dumps([{"a": 1}]), "us-export", "f.json", "reference.file.kind"),
        ('[{"htsno": "0101", "general": "Free"}, {"htsn', "us-export", "f.json", "reference.file.half"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "ecb", "f.xml", "reference.file.doctype"),
        ('<?xml version="1.0"?><Envelope><Cube time="2026-10-30">', "ecb", "f.xml", "reference.file.half"),
        ('<?xml version="1.0"?><Envelope></Envelope>', "ecb", "f.xml", "reference.file.empty"),
        ("Date,USD,\n2026-10-30,much,\n", "ecb", "f.csv", "reference.file.errors"),
    ],
    ids=lambda one: one if isinstance(one, str) and one.startswith("reference.") else "",
)  # fmt: skip
def test_a_wrong_file_is_refused_with_what_is_wrong(
    cast: Cast, content: bytes | str, kind: str, name: str, code: str
) -> None:
    desk = client_of(cast.operator.owner)
    reference = checked(desk, content, kind=kind, name=name)
    handed = Import.objects.get(reference=reference)
    assert handed.state == "REFUSED"
    assert [one["code"] for one in handed.refusals] == [code]
    words = max(re.split(r"%\(\w+\)s", handed.refusals[0]["sentence"]), key=len)
    for language in ("en", "fr", "ar"):
        page = desk.get(f"/{language}/desk/measures/imports/{reference}/")
        assert page.status_code == 200
        assert (words in page.content.decode()) == (language == "en")
    assert measures() == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kind": "nonsense"}, "Choose what kind of file"),
        ({"source": " "}, "Say where the file comes from"),
        ({"retrieved_on": "23/11/2026"}, "Write the day as"),
        ({"in_force_on": "9999-12-31"}, "Write the day as"),
    ],
)
def test_a_form_that_says_too_little_keeps_what_was_typed(cast: Cast, typed: dict[str, str], said: str) -> None:
    answer = post(client_of(cast.operator.owner), FIRST, **{"kind": "plain-measures", **typed})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "2026-11-23" in answer.content.decode() or "retrieved_on" in typed
    assert not Import.objects.exists()


def test_other_bytes_than_text_and_other_encodings_are_refused_at_the_door(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    assert post(desk, b"\x89PNG\r\n\x1a\n", name="f.csv").status_code == 422
    answer = post(desk, "é,b\n".encode("latin-1"), name="f.csv")
    assert answer.status_code == 422
    assert "UTF-8" in answer.content.decode()
    assert desk.post(PLACES, {"kind": "vat", "source": "s", "retrieved_on": "2026-01-01", "in_force_on": "2026-01-01"}).status_code == 422  # noqa: E501  # fmt: skip


def test_a_viewer_looks_and_changes_nothing_a_stranger_finds_nothing(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    reference = checked(desk, FIRST)
    viewer = client_of(cast.operator.clerk_person)
    assert viewer.get(f"{PLACES}{reference}/").status_code == 200
    assert "Approve and apply" not in viewer.get(f"{PLACES}{reference}/").content.decode()
    assert approve(viewer, reference).status_code == 403
    assert post(viewer, SECOND).status_code == 422
    for person in (cast.ceramics.owner, cast.chicago.owner):
        outside = client_of(person)
        for path in ("", f"{reference}/", f"{reference}/lines/", f"{reference}/progress/"):
            assert outside.get(f"{PLACES}{path}").status_code == 404
        assert approve(outside, reference).status_code == 404
    assert Import.objects.get(reference=reference).state == "CHECKED"


def test_the_page_that_waits_polls_and_then_loads_itself_anew(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    reference = handed_in(desk, FIRST)
    page = desk.get(f"{PLACES}{reference}/").content.decode()
    assert "data-poll" in page
    assert desk.get(f"{PLACES}{reference}/progress/", {"shown": "RECEIVED"}).status_code == 204
    tasks.check_import(reference=reference)
    answer = desk.get(f"{PLACES}{reference}/progress/", {"shown": "RECEIVED"})
    assert answer["HX-Refresh"] == "true"


def test_a_comparison_waits_for_nobody(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    export = [{"htsno": "1515.90.81", "indent": "0", "general": "3.2%", "special": "Free (MA)", "description": "Oils"}]
    later = [{**export[0], "general": "4%"}]
    files = (("a.json", export), ("b.json", later))
    answer = desk.post(PLACES, {
        "kind": "us-comparison", "source": "two", "retrieved_on": "2026-11-23", "in_force_on": "2026-11-23",
        "file": [SimpleUploadedFile(name, json.dumps(rows).encode()) for name, rows in files],
    })  # fmt: skip
    reference = str(answer["Location"]).rstrip("/").rpartition("/")[2]
    tasks.check_import(reference=reference)
    page = desk.get(f"{PLACES}{reference}/").content.decode()
    assert "Nothing to apply" in page
    assert "3.2%" in page
    assert "4%" in page
    assert queries.waiting_imports() == 0
    assert approve(desk, reference).status_code == 422


def test_a_file_read_twice_is_one_report(cast: Cast) -> None:
    desk = client_of(cast.operator.owner)
    reference = applied(desk, FIRST)
    tasks.check_import(reference=reference)
    tasks.apply_import(reference=reference)
    assert len(measures()) == 2
    again = checked(desk, FIRST)
    handed = queries.import_(again)
    assert handed is not None
    assert handed.report["changes"] == {"changed": 0, "ended": 0, "added": 0, "detail": 0, "same": 2}
