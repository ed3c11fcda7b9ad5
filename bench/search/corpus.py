"""A trilingual corpus with a fixed seed: real trade words in the titles, a long Zipfian tail of made-up ones around.

Word frequencies fall as 1/rank, as in catalogues; every third product is written in one language only; Arabic words
come with article and clitics. The same number and seed give the same documents on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate

from fondouk.engines.search.index import Document

SEED = 20261123
TAIL_WORDS = 40_000
SUPPLIERS_PER_PRODUCT = 1 / 12

GOODS: tuple[tuple[str, str, str, str, str], ...] = (
    # category, heading, English, French, Arabic
    ("argan-oil", "1515", "argan oil", "huile d'argan", "زيت أركان"),
    ("olive-oil", "1509", "olive oil", "huile d'olive", "زيت الزيتون"),
    ("table-olives", "2001", "green olives", "olives vertes", "زيتون أخضر"),
    ("tinned-fish", "1604", "sardines in oil", "sardines à l'huile", "سردين بالزيت"),
    ("spices-herbs", "0910", "saffron threads", "safran en filaments", "زعفران حر"),
    ("dates-nuts", "0804", "medjool dates", "dattes medjool", "تمور المجهول"),
    ("soaps", "3401", "black soap", "savon noir", "صابون بلدي"),
    ("skin-care", "3304", "face cream", "crème visage", "كريم الوجه"),
    ("hammam", "2508", "ghassoul clay", "argile ghassoul", "غاسول طبيعي"),
    ("knotted-rugs", "5701", "wool rug", "tapis en laine", "زربية صوف"),
    ("flat-rugs", "5702", "flat kilim", "kilim tissé", "حنبل منسوج"),
    ("table-bath", "6302", "cotton towel", "serviette en coton", "منشفة قطن"),
    ("tableware", "6912", "ceramic plate", "assiette en céramique", "طبق خزف"),
    ("zellige", "6907", "zellige tiles", "carreaux de zellige", "زليج تقليدي"),
    ("cooking-pots", "6912", "clay tagine", "tajine en terre", "طاجين طين"),
    ("lanterns", "9405", "brass lantern", "lanterne en laiton", "فانوس نحاس"),
    ("woodware", "4419", "thuya box", "boîte en thuya", "علبة عرعار"),
    ("babouches", "6405", "leather slippers", "babouches en cuir", "بلغة جلد"),
    ("bags", "4202", "leather bag", "sac en cuir", "حقيبة جلد"),
    ("poufs", "9404", "leather pouf", "pouf en cuir", "بوف جلد"),
    ("dresses", "6204", "embroidered kaftan", "caftan brodé", "قفطان مطرز"),
    ("knits-denim", "6203", "denim trousers", "pantalon en denim", "سروال جينز"),
    ("vehicle-parts", "8544", "wiring harness", "faisceau électrique", "ضفيرة كهربائية"),
    ("metal-plastic", "7308", "steel frame", "cadre en acier", "إطار فولاذ"),
    ("phosphates", "3103", "triple superphosphate", "superphosphate triple", "سوبر فوسفات"),
)
QUALITIES: tuple[tuple[str, str, str], ...] = (
    ("organic", "biologique", "عضوي"), ("handmade", "fait main", "مصنوع يدويا"), ("natural", "naturel", "طبيعي"),
    ("cold-pressed", "pressée à froid", "معصور"), ("extra virgin", "vierge extra", "بكر ممتاز"),
    ("traditional", "traditionnel", "تقليدي"),
    ("large", "grand", "كبير"), ("small", "petit", "صغير"), ("blue", "bleu", "أزرق"), ("green", "vert", "أخضر"),
    ("red", "rouge", "أحمر"), ("bulk", "en vrac", "بالجملة"), ("premium", "premium", "فاخر"), ("raw", "brut", "خام"),
)  # fmt: skip
SIZES = (
    "250 ml",
    "500 ml",
    "1 l",
    "5 l",
    "200 g",
    "1 kg",
    "5 kg",
    "25 kg",
    "10 x 10 cm",
    "170 x 240 cm",
    "ISO 9001",
    "",
)
CERTIFICATES = (
    "organic_usda",
    "cosmos",
    "iso_22716",
    "halal",
    "onssa",
    "haccp",
    "gots",
    "oeko_tex",
    "iso_9001",
    "brcgs",
)
REGIONS = tuple(f"MA-{number:02}" for number in range(1, 13))
INCOTERMS = ("FCA", "FOB", "EXW", "CIF", "DAP")
EVIDENCE = ("identity", "accredited", "shipped")
_SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeio")
_LETTERS = "بتجحدرزسشصطعفقكلمنه"
_CLITICS = ("", "", "", "ال", "ال", "وال", "بال", "لل", "و", "ب", "ل")


class Corpus:
    """`count` documents, and questions whose words occur in them."""

    def __init__(self, count: int, seed: int = SEED) -> None:
        self.count = count
        self.seed = seed
        made = random.Random(seed)
        self.tails = {language: _tail(made, language) for language in ("en", "fr", "ar")}
        self._weights = list(accumulate(1 / rank for rank in range(1, TAIL_WORDS + 1)))

    def documents(self, start: int = 0) -> Iterator[Document]:
        """Every document, in order."""
        for number in range(start, self.count):
            yield self.document(number)

    def document(self, number: int) -> Document:
        """The document of a number; each is made from its own seed."""
        draw = random.Random(self.seed * 1_000_003 + number)
        category, heading, *names = GOODS[min(int(draw.paretovariate(0.9)) - 1, len(GOODS) - 1)]
        quality, size = draw.choice(QUALITIES), draw.choice(SIZES)
        languages = ("en", "fr", "ar") if number % 3 else (draw.choice(("en", "fr", "ar")),)
        position = {"en": 0, "fr": 1, "ar": 2}
        titles = {
            one: f"{names[position[one]]} {quality[position[one]]} {self._words(draw, one, 2)} {size}"
            for one in languages
        }
        supplier = int(draw.random() * max(self.count * SUPPLIERS_PER_PRODUCT, 1))
        cost = int(draw.lognormvariate(13, 1))
        return Document(
            id=f"P{number:08}", titles=titles,
            summaries={one: self._words(draw, one, 18) for one in languages},
            words={one: f"{names[position[one]]} {self.tails[one][hash_of(category)]}" for one in ("en", "fr", "ar")},
            names=(f"{self.tails['fr'][supplier % 5000].title()} {self.tails['fr'][supplier % 997]}",),
            codes=(f"{heading}{number % 100:02}",),
            tags={
                "category": (category,), "heading": (heading,), "region": (draw.choice(REGIONS),),
                "certificate": tuple(sorted(draw.sample(CERTIFICATES, draw.choice((0, 1, 1, 2, 3))))),
                "evidence": EVIDENCE[: draw.choice((0, 1, 1, 2, 3))], "incoterm": (draw.choice(INCOTERMS),),
                "minimum": ("under-1000", "under-5000", "one-pallet")[draw.randrange(3) :],
                "supplier": (f"S{supplier}",),
                "lead": ("ready", "within-14", "within-30")[draw.randrange(3) :],
                "unit": (draw.choice(("KGM", "C62", "LTR")),),
            },
            landed_unit={0: cost // 50, 1: cost // 40} if number % 10 else {},
            landed_shipment={0: cost, 1: cost * 5 // 4} if number % 10 else {},
            minimum=cost // 8, lead=draw.choice((3, 7, 14, 21, 30, 45)), newest=1_700_000_000 + number,
            weight=0.75 + draw.random() / 2, family=f"S{supplier}/{category}",
        )  # fmt: skip

    def questions(self, words: int, count: int, *, language: str | None = None) -> list[str]:
        """Texts of so many words that buyers of this corpus type: words of titles, the frequent ones more often."""
        draw = random.Random(self.seed + words)
        found: list[str] = []
        while len(found) < count:
            titles = self.document(draw.randrange(self.count)).titles
            asked = language or draw.choice(tuple(titles))
            if asked in titles and len(parts := [word for word in titles[asked].split() if len(word) > 3]) >= words:
                found.append(" ".join(draw.sample(parts, words)))
        return found

    def typos(self, count: int) -> list[str]:
        """One-word questions with two neighbouring letters swapped."""
        draw = random.Random(self.seed + 99)
        found = []
        for word in self.questions(1, count * 2, language="en"):
            at = draw.randrange(1, len(word) - 1)
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if swapped != word and word.isalpha():
                found.append(swapped)
        return found[:count]

    def clitics(self, count: int) -> list[str]:
        """Arabic words of titles, each with an article or a clitic it does not carry in the title."""
        draw = random.Random(self.seed + 7)
        carried = ("ال", "وال", "بال", "لل")
        words = [word for word in self.questions(1, count * 4, language="ar") if not word.startswith(carried)]
        return [draw.choice(("ال", "وال", "بال", "لل", "و", "ب", "ل")) + word for word in words][:count]

    def _words(self, draw: random.Random, language: str, count: int) -> str:
        tail = self.tails[language]
        words = draw.choices(tail, cum_weights=self._weights, k=count)
        if language == "ar":
            words = [draw.choice(_CLITICS) + word for word in words]
        return " ".join(words)


def hash_of(text: str) -> int:
    """A small number that is the same on every machine."""
    return sum(map(ord, text)) % 1000


def _tail(draw: random.Random, language: str) -> Sequence[str]:
    found: dict[str, None] = {}
    while len(found) < TAIL_WORDS:
        if language == "ar":
            word = "".join(draw.choices(_LETTERS, k=draw.choice((3, 3, 4, 4, 5)))) + draw.choice(
                ("", "", "ة", "ات", "ين")
            )
        else:
            word = "".join(draw.choices(_SYLLABLES, k=draw.choice((2, 3, 3, 4)))) + draw.choice(
                ("", "s", "t", "n", "r")
            )
        found[word] = None
    return tuple(found)
