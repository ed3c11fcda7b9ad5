"""Header and footer filled from moulds are those the templates draw, whatever stands in the address."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import translation

from fondouk.doors.web import formats, shell_parts
from fondouk.doors.web.access import NOBODY
from fondouk.doors.web.destination import named
from fondouk.doors.web.with_query import with_query

ADDRESSES = (
    "/en/", "/en/search/?q=argan", "/en/search/?q=%25(path)s+%3Cb%3E%22%27&category=a&category=b&page=3&to=CAMTR",
    "/en/p/PRD-AAAA-BBBB/%D8%B2%D9%8A%D8%AA/?quantity=100%25&x=", "/en/%25(rest)s/%25s/?%3Cscript%3E=1",
)  # fmt: skip


def asked(address: str, language: str) -> HttpRequest:
    return RequestFactory().get(address.replace("/en/", f"/{language}/", 1))


def tight(html: str) -> str:
    return "".join(line.strip() for line in html.splitlines())


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_strangers_header_and_footer_are_the_templates(address: str, language: str) -> None:
    for code in ("USNYC", "CAMTR"):
        to = named(code)
        with translation.override(language), formats.towards(to):
            given = (asked(address, language), language, NOBODY, to, True, "100 % <b>\"'")
            drawn = shell_parts._macro("header", "site_header")(*given)
            assert tight(shell_parts.header(*given)) == tight(drawn)
            foot = shell_parts._macro("footer", "site_footer")(given[0], language)
            assert shell_parts.footer(given[0], language) == foot


def test_who_is_signed_in_is_named_and_no_mould_keeps_it() -> None:
    company = SimpleNamespace(called=lambda _: "Tafrawt <b>", name="Tafrawt", reference="CMP-1")
    asking = SimpleNamespace(person=SimpleNamespace(name="Khadija"), company=company, acting=None, choices=(),
                             capacities=("supplier",), on_behalf_of=None)  # fmt: skip
    to = named("USNYC")
    with translation.override("en"), formats.towards(to):
        own = shell_parts.header(asked("/en/", "en"), "en", asking, to, True, "")
        others = shell_parts.header(asked("/en/", "en"), "en", NOBODY, to, True, "")
    assert "Tafrawt &lt;b&gt;" in own
    assert "Tafrawt" not in others


def test_an_address_with_another_query_is_not_remembered_as_its_own() -> None:
    request = asked("/en/search/?q=a&page=2", "en")
    assert with_query(request, page=None) == "/en/search/?q=a"
    assert with_query(request) == "/en/search/?q=a&page=2"
    assert with_query(request, page=3) == "/en/search/?q=a&page=3"
