"""A cluster behind TLS and a password: reached with both, refused without either, and the password is told nowhere."""

from __future__ import annotations

import logging
import traceback
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from fondouk.engines.search.index import Query, SearchDown
from fondouk.engines.search.opensearch.engine import OpenSearchEngine
from tests.engines.search.goods import GOODS
from tests.opensearch import secured
from tests.opensearch.fixtures import ON_NODES
from tests.opensearch.nodes import Cluster

pytestmark = [*ON_NODES]


@dataclass
class Secured:
    """A secured address, and the index to use there."""

    host: str
    certificate: Path
    name: str

    def url(self, *, password: str = secured.PASSWORD, ca: bool = True) -> str:
        """SEARCH_URL with the right or another password, with or without the authority to trust."""
        trusted = f"&ca={quote(str(self.certificate))}" if ca else ""
        return f"https://{secured.USER}:{quote(password, safe='')}@{self.host}/{self.name}?timeout=20{trusted}"


@pytest.fixture
def there(opensearch: Cluster, tmp_path: Path) -> Iterator[Secured]:
    """A door with TLS and a password before the node."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    with secured.door(opensearch.nodes[0].host, tmp_path) as (host, certificate):
        yield Secured(host, certificate, name)
    opensearch.drop(name)


def test_a_secured_cluster_is_written_and_asked(there: Secured, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    engine = OpenSearchEngine(there.url())
    assert engine.rebuild(GOODS) == len(GOODS)
    assert engine.find(Query("argan")).total == 2
    assert engine.suggest("arg", "en", 8).products
    assert there.host in engine.state().where
    engine.close()
    assert not _told(caplog.text + engine.state().where + repr(vars(engine)) + str(engine._calls.address))


@pytest.mark.parametrize("wrong", [{"password": "guessed"}, {"ca": False}])
def test_without_password_or_trust_it_is_down_and_says_no_secret(
    there: Secured, wrong: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engine = OpenSearchEngine(there.url(**wrong))  # type: ignore[arg-type]
    for act in (lambda: engine.find(Query("argan")), lambda: engine.put(GOODS, ()), engine.ailment):
        with pytest.raises(SearchDown) as down:
            act()
        said = "".join(traceback.format_exception(down.value))
        assert not _told(said + caplog.text)
        assert "guessed" not in said + caplog.text


def _told(text: str) -> bool:
    forms = (secured.PASSWORD, quote(secured.PASSWORD, safe=""), "Zm9uZG91azpz")  # as it is, in a URL, in a header
    return any(form in text for form in forms)
