"""The readers' loop and the sweeps: idempotent batches, isolated faults, one command per due row."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection, transaction

from fondouk.doors import clock
from fondouk.doors.ops import doctor, readers, sweeps
from fondouk.engines.events import journal
from fondouk.engines.events.models import Unread
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused
from tests.clock import AT

pytestmark = pytest.mark.django_db(transaction=True)
SYSTEM = Actor.system("test")


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setattr(journal, "_readers", {})
    monkeypatch.setattr(clock, "now", lambda: AT)
    journal.register("good", wants=["test."])
    journal.register("bad", wants=["test."])


def tell(count: int) -> None:
    for number in range(count):
        journal.record(f"test.thing{number}", subject=f"T-{number}", parties=[], by=SYSTEM, at=AT)


def test_a_batch_is_read_once_and_forgotten():
    tell(3)
    seen = []
    read = lambda news, *, at: seen.extend(one.subject for one in news)  # noqa: E731
    assert readers.read_once("good", read, AT) == 3
    assert readers.read_once("good", read, AT) == 0
    assert seen == ["T-0", "T-1", "T-2"]
    assert Unread.objects.filter(reader="bad").count() == 3


def test_what_a_failing_reader_did_is_undone_and_stays_unread():
    tell(2)

    def read(news, *, at):
        journal.record("done.half", subject="X", parties=[], by=SYSTEM, at=at)
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        readers.read_once("bad", read, AT)
    assert Unread.objects.filter(reader="bad").count() == 2
    assert journal.history("") == [] or all(one.name != "done.half" for one in journal.history(""))


def test_a_failing_reader_pauses_and_holds_up_nobody():
    tell(2)
    seen = []

    def fail(news, *, at):
        raise RuntimeError("no")

    loop = readers.Loop({"bad": fail, "good": lambda news, *, at: seen.extend(news)})
    loop.turn()
    loop.turn()
    assert len(seen) == 2
    assert loop.failures == {"bad": 1}


def aside_now():
    with scope.as_system():
        return journal.set_aside()


def again(unread_id):
    with scope.as_system():
        return journal.try_again(unread_id)


def test_one_event_that_cannot_be_read_is_set_aside_and_the_others_keep_their_order(monkeypatch):
    tell(5)
    seen = []

    def read(news, *, at):
        for one in news:
            if one.subject == "T-2":
                raise ValueError("no such thing: \x00 T-2")
            seen.append(one.subject)

    loop = readers.Loop({"good": read})
    for _turn in range(journal.TRIES_MAX):
        assert aside_now() == []
        loop.resume.clear()
        loop.turn()
    assert seen[-2:] == ["T-3", "T-4"]
    (aside,) = aside_now()
    assert (aside.reader, aside.subject, aside.tries) == ("good", "T-2", journal.TRIES_MAX)
    assert "no such thing" in aside.error
    seen.clear()
    monkeypatch.setattr(journal, "TRIES_MAX", 1)
    assert again(aside.unread_id)
    loop.resume.clear()
    loop.turn()
    assert [one.subject for one in aside_now()] == ["T-2"]
    assert again(aside.unread_id)
    loop.readers = {"good": lambda news, *, at: seen.extend(one.subject for one in news)}
    loop.resume.clear()
    loop.turn()
    assert seen == ["T-2"]
    assert aside_now() == []
    assert not again(aside.unread_id)


def test_a_database_that_is_away_is_no_fault_of_the_event():
    tell(1)

    def read(news, *, at):
        raise OperationalError("the server closed the connection")

    loop = readers.Loop({"good": read})
    for _turn in range(journal.TRIES_MAX + 1):
        loop.resume.clear()
        loop.turn()
    assert aside_now() == []
    assert loop.failures["good"] == journal.TRIES_MAX + 1


def test_the_doctor_tells_of_what_was_set_aside():
    tell(1)
    assert doctor.unreadable().well
    with transaction.atomic():
        (news,) = journal.unread("bad")
        for _turn in range(journal.TRIES_MAX):
            journal.failed(news, "KeyError: 'x'", at=AT)
    found = doctor.unreadable()
    assert not found.well
    assert "bad: test.thing0 T-0 (KeyError: 'x')" in found.says


def test_every_registered_reader_of_the_market_is_found():
    assert {"discovery", "notifications"} <= set(readers.found())


def test_a_sweep_performs_each_due_row_and_a_refusal_stops_nobody(monkeypatch):
    done = []

    def command(*, name, by, at):
        if name == "late":
            raise Refused(Refusal("test", "No."))
        if name == "broken":
            raise RuntimeError("no")
        done.append((name, by.label(), at))

    monkeypatch.setattr(
        sweeps, "due", lambda at: [(command, {"name": name}) for name in ("one", "late", "broken", "two")]
    )
    assert sweeps.sweep(AT) == 2
    assert [name for name, _, _ in done] == ["one", "two"]


def test_what_is_due_names_commands_that_exist():
    assert list(sweeps.due(AT)) == []


def test_only_one_process_sweeps():
    assert sweeps._alone()
    assert sweeps._alone()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s", [sweeps.LOCK])
        assert cursor.fetchone() == (1,)
        cursor.execute("SELECT pg_advisory_unlock_all()")
