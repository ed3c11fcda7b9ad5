"""The public product page: what a visitor reads, in three languages, and what it costs to serve."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace

import pytest
from django.test import Client

from fondouk.market.catalogue import commands
from fondouk.market.discovery import commands as discovery
from tests.cast import Cast
from tests.clock import AT
from tests.market.catalogue import offers


@pytest.fixture
def rates(db: None) -> None:
    """The demo's rates and cards."""
    from fondouk.doors.demo import reference_data
    from fondouk.kit.actor import Actor

    reference_data.load_reference(by=Actor.system("test"), at=AT)


@pytest.fixture
def page(cast: Cast) -> str:
    offers.shelves()
    product = offers.published(cast.argan)
    others = [offers.published(cast.rival, sku=f"R{number}").reference for number in range(3)]
    discovery.refresh(products=[product.reference, *others], by=offers.SYSTEM, at=AT)
    return f"/p/{product.reference}"


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_visitor_reads_the_product_in_three_languages(client: Client, page: str) -> None:
    for language, slug, said in (
        ("en", "organic-argan-oil-cold-pressed", "What it costs at your door"),
        ("fr", "huile-d-argan-biologique-pressee-a-froid", "Agadir"),
        ("ar", "organic-argan-oil-cold-pressed", "تعاونية تافراوت أركان"),
    ):
        answer = client.get(f"/{language}{page}/{slug}/")
        assert answer.status_code == 200, language
        body = answer.content.decode()
        assert said in text_of(body)
        assert f'lang="{language}"' in body


def test_an_old_slug_leads_to_the_present_one_and_keeps_the_question(client: Client, page: str) -> None:
    answer = client.get(f"/en{page}/old-name/?quantity=75&to=CAMTR")
    assert answer.status_code == 301
    assert answer["Location"] == f"/en{page}/organic-argan-oil-cold-pressed/?quantity=75&to=CAMTR"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("60", "75"),
        ("200", "200"),
        ("0", "400"),
        ("-5", "400"),
        ("NaN", "400"),
        ("1e99", "400"),
        ("a", "400"),
        ("", "400"),
    ],
)
def test_any_quantity_becomes_one_that_can_be_ordered(client: Client, page: str, typed: str, shown: str) -> None:
    body = client.get(f"/en{page}/organic-argan-oil-cold-pressed/?quantity={typed}").content.decode()
    assert f'value="{shown}"' in body


def test_a_change_of_quantity_asks_for_the_moving_parts_only(client: Client, page: str) -> None:
    address = f"/en{page}/organic-argan-oil-cold-pressed/?quantity=75"
    answer = client.get(address, headers={"HX-Request": "true", "HX-Target": "section#costs"})
    body = answer.content.decode()
    assert "<html" not in body
    for part in ("costs", "rail-cost", "bar-cost", "loads", "rail-ladder"):
        assert f'id="{part}"' in body
    assert len(gzip.compress(answer.content)) < 6_000
    assert 'id="amount-stepper"' not in body
    corrected = client.get(
        address.replace("75", "60"), headers={"HX-Request": "true", "HX-Target": "section#costs"}
    ).content.decode()
    assert 'id="amount-stepper"' in corrected


def test_a_link_followed_by_htmx_from_elsewhere_gets_the_whole_page(client: Client, page: str) -> None:
    address = f"/en{page}/organic-argan-oil-cold-pressed/"
    body = client.get(address, headers={"HX-Request": "true", "HX-Target": "div#found"}).content.decode()
    assert "<h1" in body


def test_a_gap_is_a_row_and_never_nought(client: Client, page: str) -> None:
    body = text_of(client.get(f"/en{page}/organic-argan-oil-cold-pressed/").content.decode())
    assert "Known so far" in body
    assert "not included" in body
    assert "Total at your door" not in body


def test_json_ld_and_alternates_tell_machines_the_same(client: Client, page: str) -> None:
    body = client.get(f"/en{page}/organic-argan-oil-cold-pressed/").content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.S)
    assert found
    data = json.loads(found[1])
    assert data["@type"] == "Product"
    assert data["offers"]["price"] == "24.8"
    assert set(re.findall(r'rel="alternate" hreflang="([a-z-]+)" href="http', body)) == {"en", "fr", "x-default"}


def test_hostile_words_stay_words(client: Client, cast: Cast) -> None:
    offers.shelves()
    from fondouk.market.catalogue.entry import TextEntry

    title = "</script><img src=x onerror=alert(1)>"
    product = offers.published(cast.argan, texts={"en": TextEntry(title, title, title)})
    body = client.get(f"/en/p/{product.reference}/x/", follow=True).content.decode()
    assert "<img src=x" not in body
    assert "</script><img" not in body


def test_the_table_as_csv_carries_no_formulas(client: Client, page: str) -> None:
    answer = client.get(f"/en{page}/costs.csv?quantity=200")
    assert answer["Content-Type"].startswith("text/csv")
    assert "attachment" in answer["Content-Disposition"]
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("Goods,")
    assert not any(line[:1] in "=+-@" for line in lines)


def test_what_is_not_public_is_not_there(client: Client, cast: Cast) -> None:
    offers.shelves()
    product = offers.published(cast.argan)
    commands.pause_product(product=product.reference, by=cast.argan.actor, at=AT)
    for path in (f"/en/p/{product.reference}/organic-argan-oil-cold-pressed/", f"/en/p/{product.reference}/costs.csv",
                 "/en/p/PRD-0000-0000/x/", "/en/p/'%20or%201=1/x/", "/en/s/nobody/"):  # fmt: skip
        assert client.get(path).status_code == 404


def test_the_page_is_light_and_cheap(client: Client, page: str, django_assert_max_num_queries: object) -> None:
    address = f"/en{page}/organic-argan-oil-cold-pressed/"
    for asked in ("", "?preference=without", "?to=CAMTR&preference=without&quantity=1000&text=original"):
        client.get(address + asked)
        with django_assert_max_num_queries(8):  # type: ignore[operator]
            answer = client.get(address + asked)
        assert len(gzip.compress(answer.content)) < 20_000


def test_the_storefront_shows_goods_and_story(
    client: Client, cast: Cast, page: str, django_assert_max_num_queries: object
) -> None:
    commands.change_storefront(
        headlines={"ar": "نعصر مرة واحدة"}, stories={"fr": "Nous cassons les fruits à la main.\nPuis nous pressons."},
        capacity={"en": "2,400 kg"}, by=cast.argan.actor, at=AT,
    )  # fmt: skip
    for language in ("en", "fr", "ar"):
        with django_assert_max_num_queries(8):  # type: ignore[operator]
            answer = client.get(f"/{language}/s/tafrawt-argane/")
        body = answer.content.decode()
        assert "Nous cassons les fruits à la main." in body
        assert body.count('<article class="card">') == 1
        assert "wa.me" in body
        assert len(gzip.compress(answer.content)) < 15_000
    qr = client.get("/en/s/tafrawt-argane/qr.svg")
    assert qr["Content-Type"] == "image/svg+xml"


def test_a_closed_storefront_is_not_there(client: Client, cast: Cast, page: str) -> None:
    commands.close_storefront(by=cast.argan.actor, at=AT)
    assert client.get("/en/s/tafrawt-argane/").status_code == 404


def test_pictures_are_kept_for_ever_and_never_run(client: Client, page: str) -> None:
    body = client.get(f"/en{page}/organic-argan-oil-cold-pressed/").content.decode()
    address = re.search(r'src="(/media/[^"]+)"', body)
    assert address
    answer = client.get(address[1])
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "script" not in answer["Content-Security-Policy"]
    assert client.get(address[1], headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get("/media/" + "0" * 64 + ".webp").status_code == 404


def test_the_page_tells_how_full_a_container_gets_and_what_the_way_gives_off(cast: Cast, rates: None) -> None:
    offers.shelves()
    reference = offers.published(cast.argan).reference
    address = f"/en/p/{reference}/organic-argan-oil-cold-pressed/?to=US&quantity="
    few = Client().get(address + "400").content.decode()
    assert "A 20′ container is filled to" in few
    assert "CO₂e of the main carriage, about" in few
    assert 'data-slider="id_quantity"' in few
    many = Client().get(address + "100000").content.decode()
    assert "containers of 20′: weight fills them first." in many


def test_cartons_without_pallets_are_drawn_too(cast: Cast) -> None:
    offers.shelves()
    cargo = replace(offers.entry().cargo, packages_per_pallet=None)
    reference = offers.published(cast.argan, cargo=cargo).reference
    for quantity in (50, 500, 60000):
        page = Client().get(f"/en/p/{reference}/organic-argan-oil-cold-pressed/?quantity={quantity}").content.decode()
        assert '<svg class="loading"' in page
        assert '<polygon class="front"' in page
