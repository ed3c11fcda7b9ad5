"""What a supplier marks on its products: done with proof, not needed with a reason, and nothing lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fondouk.kit.refusal import Refused
from fondouk.market.catalogue import queries as catalogue
from fondouk.market.companies import commands as companies
from fondouk.market.readiness import commands, queries
from fondouk.market.readiness.models import Mark
from tests.cast import Cast, Party
from tests.clock import AT
from tests.market.catalogue import offers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("needs")]


def product(party: Party) -> str:
    offers.shelves()
    return offers.published(party).reference


def lists(reference: str, *, days: int = 0) -> queries.Checklist:
    """The list for the United States."""
    on = AT.date() + timedelta(days=days)
    found = catalogue.publication(reference, on=on)
    assert found is not None
    return next(one for one in queries.of_product(found, on=on) if one.territory == "US")


def mark(reference: str, party: Party, requirement: str = "LABEL", **said: str) -> None:
    commands.mark_requirement(
        product=reference,
        requirement=requirement,
        by=party.actor,
        at=AT,
        **{"state": "DONE", "note": "FEI 3017", **said},
    )


def certificate(cast: Cast, *, until: int = 200) -> str:
    made = companies.add_evidence(
        kind="certificate", scheme="organic_usda", number="US-77", valid_from=AT.date(),
        valid_until=AT.date() + timedelta(days=until), file="FIL-0000-0000", by=cast.argan.actor, at=AT,
    )  # fmt: skip
    companies.check_evidence(evidence=made.reference, outcome="ACCEPTED", by=cast.operator.actor, at=AT)
    return made.reference


def test_what_is_missing_and_what_is_done(cast: Cast) -> None:
    reference = product(cast.argan)
    before = lists(reference)
    assert [line.item.code for line in before.own] == ["REGISTRATION", "LABEL"]
    assert [line.item.code for line in before.others] == ["FILING"]
    assert (before.done, before.share) == (0, 0)
    mark(reference, cast.argan)
    after = lists(reference)
    assert (after.done, after.share) == (1, 50)
    assert [line.mark.note for line in after.own if line.mark] == ["FEI 3017"]


def test_another_mark_replaces_and_withdrawing_opens_again(cast: Cast) -> None:
    reference = product(cast.argan)
    mark(reference, cast.argan)
    mark(reference, cast.argan, state="NOT_NEEDED", note="Bulk, not for retail.")
    assert [line.mark.state for line in lists(reference).own if line.mark] == ["NOT_NEEDED"]
    commands.withdraw_mark(product=reference, requirement="LABEL", by=cast.argan.actor, at=AT)
    assert lists(reference).share == 0
    assert list(Mark.objects.order_by("id").values_list("state", "withdrawn_at")) == [("DONE", AT), ("NOT_NEEDED", AT)]
    with pytest.raises(Refused):
        commands.withdraw_mark(product=reference, requirement="LABEL", by=cast.argan.actor, at=AT)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"note": " "}, "readiness.proof"), ({"state": "NOT_NEEDED", "note": ""}, "readiness.why"),
        ({"state": "MAYBE"}, "readiness.state"), ({"requirement": "NONE"}, "readiness.requirement"),
        ({"note": "x" * 301}, "readiness.long"), ({"note": "", "evidence": "EVD-0000-0000"}, "readiness.certificate"),
    ],
)  # fmt: skip
def test_a_mark_says_why(cast: Cast, said: dict[str, str], code: str) -> None:
    reference = product(cast.argan)
    with pytest.raises(Refused) as refused:
        mark(reference, cast.argan, **said)
    assert refused.value.code == code
    assert not Mark.objects.exists()


def test_a_certificate_proves_until_it_ends(cast: Cast) -> None:
    reference = product(cast.argan)
    mark(reference, cast.argan, note="", evidence=certificate(cast, until=30))
    assert [line.mark.scheme for line in lists(reference, days=30).own if line.mark] == ["organic_usda"]
    assert lists(reference, days=31).done == 0


def test_a_certificate_of_the_product_answers_by_itself(cast: Cast) -> None:
    offers.shelves()
    reference = offers.published(cast.argan, certificates=(certificate(cast),)).reference
    found = {line.item.code: line for line in lists(reference).own}
    assert (found["REGISTRATION"].scheme, found["REGISTRATION"].settled) == ("organic_usda", True)
    assert not found["LABEL"].settled


def test_only_its_own_supplier_may_mark(cast: Cast) -> None:
    reference = product(cast.argan)
    for party in (cast.rival, cast.chicago, cast.operator):
        with pytest.raises(Refused):
            mark(reference, party)
    with pytest.raises(Refused):
        commands.mark_requirement(
            product=product(cast.ceramics), requirement="LABEL", state="DONE", note="x", by=cast.ceramics.clerk, at=AT
        )


def test_goods_nothing_is_on_file_for_have_no_share(cast: Cast) -> None:
    offers.shelves()
    reference = offers.published(cast.argan, hs6="691200", tariff_codes={}).reference
    assert lists(reference).lines == ()
    assert lists(reference).share is None
