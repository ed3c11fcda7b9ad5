"""Prefix, destination, policy, statements and weight of the pages everybody sees."""

import gzip
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fondouk.doors.web import assets, destination
from fondouk.market.agencies import commands as agencies
from tests.doors.web.shop_window import shop_window
from tests.market.discovery.conftest import shelves

__all__ = ["shelves", "shop_window"]

pytestmark = pytest.mark.django_db
TEMPLATES = Path(assets.__file__).parent / "templates"


@pytest.mark.parametrize(
    ("headers", "cookies", "to"),
    [
        ({"HTTP_ACCEPT_LANGUAGE": "fr-CA,fr;q=0.9"}, {}, "/fr/search/?q=x"),
        ({"HTTP_ACCEPT_LANGUAGE": "ar-MA"}, {}, "/ar/search/?q=x"),
        ({"HTTP_ACCEPT_LANGUAGE": "de"}, {}, "/en/search/?q=x"),
        ({"HTTP_ACCEPT_LANGUAGE": "fr"}, {"fondouk_language": "ar"}, "/ar/search/?q=x"),
        ({}, {"fondouk_language": "../evil"}, "/en/search/?q=x"),
    ],
)
def test_a_path_without_prefix_redirects(client, headers, cookies, to):
    client.cookies.load(cookies)
    response = client.get("/search/?q=x", **headers)
    assert (response.status_code, response["Location"]) == (302, to)


def test_no_redirect_leaves_the_site(client):
    assert client.get("//evil.example/").headers.get("Location", "/en/evil").startswith("/en/")


def test_posting_without_prefix_is_not_redirected(client):
    assert client.post("/search/").status_code == 404


def test_the_language_is_remembered(client):
    client.get("/ar/trust/")
    assert client.get("/trust/")["Location"] == "/ar/trust/"


@pytest.mark.parametrize(("asked", "code"), [("CAMTR", "CAMTR"), ("ca", "CA"), ("US NYC", "USNYC"), ("XX", "USNYC")])
def test_a_destination_is_a_country_or_a_place(client, asked, code):
    client.get("/en/trust/", {"to": asked})
    found = client.cookies.get(destination.COOKIE)
    assert (found.value if found else "USNYC") == code


def test_a_reader_in_canada_begins_with_montreal(client):
    body = client.get("/fr/trust/", HTTP_ACCEPT_LANGUAGE="fr-CA").content.decode()
    assert "Montréal, CA" in body


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_error_pages_speak_the_language(client, language):
    response = client.get(f"/{language}/nowhere/")
    assert response.status_code == 404
    assert f'lang="{language}"' in response.content.decode()
    assert ("There is nothing" in response.content.decode()) == (language == "en")


def test_the_policy_allows_no_inline_script(client):
    policy = client.get("/en/trust/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_timing_is_shown(client):
    assert re.match(r'total;dur=[\d.]+, sql;desc="\d+";dur=', client.get("/en/trust/")["Server-Timing"])


PUBLIC = ["/", "/trust/", "/pavilions/", "/pavilions/morocco/", "/pavilions/morocco/?region=MA-09",
          "/pavilions/morocco/collections/first/"]  # fmt: skip


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_public_pages_are_light(client, shop_window, path, language):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(f"/{language}{path}")
    assert response.status_code == 200
    assert len(asked) <= 8, [one["sql"][:90] for one in asked]
    assert len(gzip.compress(response.content)) < 30_000
    assert "style=" not in response.content.decode()


def test_the_first_page_shows_goods_pavilion_and_collection(client, shop_window):
    body = client.get("/en/").content.decode()
    assert "First goods" in body
    assert "Visit the pavilion" in body
    assert body.count('class="card"') == 1 or body.count('class="card"') <= 4


def test_without_an_agreement_the_pavilion_does_not_exist(client, shop_window, cast, at):
    agencies.end_agreement(agreement=shop_window.reference, reason="Over", by=cast.agency.actor, at=at)
    assert client.get("/en/pavilions/morocco/").status_code == 404
    assert "Visit the pavilion" not in client.get("/en/").content.decode()


def test_the_sheet_is_up_to_date_and_light():
    assert assets.main(["--check"]) == 0


def test_no_template_carries_style_or_script_of_its_own():
    guilty = []
    for file in TEMPLATES.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if re.search(r"\sstyle=|\son[a-z]+=\"|<script(?![^>]*(src=|application/(ld\+)?json))", text):
            guilty.append(str(file.relative_to(TEMPLATES)))
    assert guilty == []


def test_the_sheets_name_no_side_by_left_or_right():
    """One sheet for both directions: logical properties only, save for drawn ticks."""
    sides = re.compile(
        r"(?<![-\w])(margin|padding|border)-(left|right)|(?<![-\w])(left|right):|text-align: ?(left|right)"
    )
    for part in sorted(assets.PARTS.glob("*.css")):
        found = [line.strip() for line in part.read_text().splitlines() if sides.search(line)]
        assert all("rotate(-45deg)" in line for line in found), (part.name, found)


def test_a_form_that_is_too_old_is_told_so(shelves):
    stranger = Client(enforce_csrf_checks=True)
    response = stranger.post("/ar/account/login/", {"login": "a@b.example", "password": "x"})
    assert response.status_code == 403
    assert 'dir="rtl"' in response.content.decode()


def compressed(*files: Path) -> int:
    """Bytes as sent: fonts are compressed already."""
    return sum(
        len(file.read_bytes()) if file.suffix == ".woff2" else len(gzip.compress(file.read_bytes(), 9))
        for file in files
    )


@pytest.mark.parametrize("path", [*PUBLIC, "/search/", "/account/login/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_first_view_without_photos_fits_a_thin_line(client, shop_window, path, language):
    shared = [assets.SHEET, assets.STATIC / "htmx.min.js", *(assets.STATIC / "js").glob("*.js")]
    fonts = list((assets.STATIC / "fonts").glob("*.woff2")) if language == "ar" else []
    page = client.get(f"/{language}{path}")
    assert compressed(*shared, *fonts) + len(gzip.compress(page.content)) <= 60_000


def test_a_collection_shows_which_of_its_goods_are_saved(client, shop_window, cast):
    path = "/en/pavilions/morocco/collections/first/"
    reference = re.search(r'name="product" value="(PRD-[^"]+)"', client.get(path).content.decode())[1]
    client.force_login(cast.chicago.owner)
    assert 'aria-pressed="true"' not in client.get(path).content.decode()
    client.post("/en/account/saved/", {"product": reference})
    assert f'value="{reference}" aria-pressed="true"' in client.get(path).content.decode()
    client.logout()
    assert 'aria-pressed="true"' not in client.get(path).content.decode()
