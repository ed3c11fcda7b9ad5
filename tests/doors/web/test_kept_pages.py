"""Kept pages: the same only while nothing they were drawn from differs, and never what one reader alone may see."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from fondouk.doors.web import kept_pages
from fondouk.doors.web.kept_pages import KeptPages

PATH = "/en/p/PRD-AAAA-BBBB/oil/"


def asked(path: str = PATH, to: str = "USNYC", **cookies: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    request.destination = SimpleNamespace(code=to)  # type: ignore[attr-defined]
    return request


@pytest.fixture
def pages() -> KeptPages:
    kept = KeptPages(2)
    kept.keep(asked(), ("price", 5), HttpResponse("drawn"))
    return kept


def test_the_same_page_is_given_again(pages: KeptPages) -> None:
    found = pages.find(asked(), ("price", 5))
    assert found is not None
    assert found.content == b"drawn"


@pytest.mark.parametrize(
    ("request_", "drawn_from"),
    [
        (asked(), ("price", 6)),
        (asked(PATH + "?quantity=7"), ("price", 5)),
        (asked(PATH.replace("/en/", "/ar/")), ("price", 5)),
        (asked(to="CAMTR"), ("price", 5)),
        (asked(fondouk_session="x"), ("price", 5)),
        (asked(messages="x"), ("price", 5)),
    ],
)
def test_another_price_address_destination_or_reader_draws_anew(
    pages: KeptPages, request_: HttpRequest, drawn_from: object
) -> None:
    assert pages.find(request_, drawn_from) is None


def test_what_is_one_readers_own_is_not_kept(pages: KeptPages) -> None:
    other = asked("/en/other/")
    pages.keep(other, 1, HttpResponse('<input name="csrfmiddlewaretoken">'))
    pages.keep(asked("/en/third/", fondouk_session="x"), 1, HttpResponse("signed in"))
    pages.keep(asked("/en/none/"), 1, HttpResponse("not found", status=404))
    assert pages.find(other, 1) is None
    assert pages.find(asked("/en/third/"), 1) is None
    assert pages.find(asked("/en/none/"), 1) is None


def test_few_are_kept_and_none_for_long(pages: KeptPages, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        pages.keep(asked(f"/en/{number}/"), 1, HttpResponse("drawn"))
    assert [pages.find(asked(f"/en/{number}/"), 1) is not None for number in range(3)] == [False, True, True]
    now = kept_pages.time.monotonic()
    monkeypatch.setattr(kept_pages.time, "monotonic", lambda: now + kept_pages.AGE_MAX_SECONDS + 1)
    assert pages.find(asked("/en/2/"), 1) is None
