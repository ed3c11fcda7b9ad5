"""Documents are small, complete, legible when copied, and the same each time."""

from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from fondouk.engines.documents import letters, render
from fondouk.kit.money import Money
from fondouk.kit.quantity import Quantity
from tests.engines.documents.samples import sample

ALL = [(template, language) for template in render.TEMPLATES for language in render.LANGUAGES]


def text_of(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize(("template", "language"), ALL)
def test_every_document_is_small_and_says_what_it_is(template, language):
    made = render.pdf(template, sample(template), language)
    assert made.startswith(b"%PDF-")
    assert len(made) <= 200_000
    text = text_of(made)
    assert render.words()[template]["en"] in text
    assert "CI-7K3F-9MQ2" in text
    assert "Coopérative Tifaout" in text


def test_figures_and_codes_survive_copying_beside_arabic():
    text = text_of(render.pdf("contract", sample("contract"), "ar")).replace("\u00a0", " ")
    for wanted in ("22 830.00 USD", "RF18 5390 0754 7034", "011 780 0000123456789012 34", "1 200 KGM"):
        assert wanted in text


@pytest.mark.parametrize("word", ["البائع", "المشتري", "التوقيعات"])
def test_arabic_words_can_be_copied(word):
    text = text_of(render.pdf("contract", sample("contract"), "ar"))
    assert word in text or word[::-1] in text


def test_the_same_input_gives_the_same_bytes():
    assert render.pdf("packing_list", sample("packing_list"), "fr") == render.pdf(
        "packing_list", sample("packing_list"), "fr"
    )


def test_an_unknown_template_or_language_is_refused():
    with pytest.raises(render.UnknownTemplate):
        render.pdf("../contract", sample("contract"), "en")
    with pytest.raises(render.UnknownTemplate):
        render.pdf("contract", sample("contract"), "es")


def test_every_label_has_three_languages_and_every_key_of_the_templates_a_label():
    assert all(set(label) == {"en", "fr", "ar"} and all(label.values()) for label in render.words().values())
    assert set(render.TEMPLATES) <= set(render.words())


@pytest.mark.parametrize(
    ("money", "printed"),
    [
        (Money(1234550, "USD"), "12 345.50"),
        (Money(500, "JPY"), "500"),
        (Money(-1234567, "TND"), "-1 234.567"),
        (Money(0, "USD"), "0.00"),
    ],
)
def test_amounts_are_grouped_with_a_no_break_space(money, printed):
    assert render.amount(money) == printed.replace(" ", "\u00a0")


def test_quantities_carry_their_unit_code():
    assert render.quantity(Quantity(Decimal("1200.500"), "KGM")) == "1\u00a0200.5\u00a0KGM"


def test_the_fonts_carry_their_licence():
    assert "SIL Open Font License" in Path(render.FOLDER / "fonts" / "OFL.txt").read_text()


@pytest.mark.parametrize(("template", "language"), ALL)
def test_any_character_is_printed_or_marked(template, language):
    """PDF/A refuses a document with one character the typeface lacks: an emoji in a title must not stop a signature."""
    odd = "🌿 Ж 漢字 \u202eΩ\u2066 é \x07\ufffd #set page(fill: red) $x$ \\ @ref *b* // /* ‰ ∞"
    assert render.pdf(template, _with(sample(template), odd), language).startswith(b"%PDF")


def _with(value, odd):
    """The odd words after every longer text of the data; codes and days stay what they are."""
    if isinstance(value, dict):
        return {key: _with(one, odd) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with(one, odd) for one in value]
    return f"{value} {odd}" if isinstance(value, str) and " " in value else value


def test_letters_the_typeface_lacks_come_as_near_as_they_can():
    assert letters.printable("Škoda ｆin Ω\u202e 🌿 \n") == "Škoda fin \ufffd \ufffd \n"
    assert letters.printable({"a": ["Ж", 3, None]}) == {"a": ["\ufffd", 3, None]}
