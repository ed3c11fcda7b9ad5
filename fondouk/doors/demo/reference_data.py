"""Loads the demo's reference data: tariff lines, layers, fees, rate cards and exchange rates, each with its source."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files

from fondouk.engines.events.perform import perform
from fondouk.kit.actor import Actor
from fondouk.market.reference import commands, requirements

#: (file, the command that loads it), in the order they need each other.
FILES = (
    ("regimes.csv", commands.load_regimes),
    ("groups.csv", commands.load_groups),
    ("us_lists.csv", commands.load_lists),
    ("us_layers.csv", commands.load_measures),
    ("us_fees.csv", commands.load_measures),
    ("other_measures.csv", commands.load_measures),
    ("us_lines.csv", commands.load_measures),
    ("ca_lines.csv", commands.load_measures),
    ("charges.csv", commands.load_charges),
    ("rate_cards.csv", commands.load_rate_cards),
    ("fx_rates.csv", commands.load_fx_rates),
    ("requirements.csv", requirements.load_requirements),
)


def load_reference(*, by: Actor, at: datetime) -> int:
    """Load every file once; a file that is loaded already is left as it is. Returns the number of files."""
    for name, command in FILES:
        content = (files(__package__) / "data" / name).read_text(encoding="utf-8")
        perform(command, once=None, by=by, at=at, content=content, name=name)
    return len(FILES)
