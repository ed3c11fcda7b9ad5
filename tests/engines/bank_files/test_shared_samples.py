"""Real banks' files, where the reference folder lies beside the project."""

from pathlib import Path

import pytest

from fondouk.engines.bank_files import statements
from fondouk.kit.refusal import Refused

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "banking"
pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference folder ../shared/data is not here"),
]

READ = {
    "cmxl_mt940-iso8859-1.txt": [2],
    "cmxl_mt940-windows-line-breaks.txt": [2],
    "jejik_abnamro.txt": None,
    "jejik_commerzbank.txt": None,
    "jejik_deutschebank.txt": None,
    "jejik_ing-dos.txt": [7],
    "jejik_knab.txt": [1, 2],
    "jejik_postfinance.txt": [2, 2],
    "jejik_rabobank-iban.txt": None,
    "jejik_sparkasse.txt": None,
    "jejik_triodos.txt": None,
    "genkgo_camt053.v2.all-balance-types.xml": None,
    "genkgo_camt053.v2.multi.statement.xml": [1, 1],
    "genkgo_camt053.v2.five.decimals.xml": [1],
}
REFUSED = {
    "genkgo_camt053.v2.minimal.xml": "mixes currencies",
    "genkgo_camt053.v3.xml": "mixes currencies",
    "genkgo_camt053.v4.xml": "mixes currencies",
}


@pytest.mark.parametrize("name", sorted(READ))
def test_read(name: str) -> None:
    found = statements.read((FOLDER / name).read_bytes())
    counts = READ[name]
    assert counts is None or [len(one.entries) for one in found] == counts
    for one in found:
        assert one.account
        assert one.opening is not None
        assert one.closing is not None


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refused_with_the_reason(name: str) -> None:
    with pytest.raises(Refused, match=REFUSED[name]):
        statements.read((FOLDER / name).read_bytes())


def test_every_sample_is_named_here() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(READ) | set(REFUSED)
