"""What some goods of the demo are made of: bills of materials, the verdicts they lead to, one declaration signed."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from fondouk.doors.demo import products
from fondouk.doors.demo.companies import Register
from fondouk.market.catalogue import commands
from fondouk.market.catalogue.bill_rules import BillEntry, CostEntry, MaterialEntry

D = Decimal
_DAY = timedelta(days=1)


def _argan(at: datetime) -> BillEntry:
    """Kernels of the cooperative, pressed there: far above the threshold."""
    return BillEntry(
        name="Argan oil, 100 kg", quantity=D(100), unit="KGM", price=D(2480), new_and_different=True, direct=True,
        making="Kernels cracked by hand, pressed below 40 °C, filtered to 5 microns, filled under nitrogen",
        route="FCA Agadir, by sea under a through bill of lading", valid_until=(at + 340 * _DAY).date(),
        materials=(
            MaterialEntry("Argan kernels", "120799", "MA", D(1390), "Members of the cooperative",
                          proof="Harvest register 2026", proof_until=(at + 340 * _DAY).date()),
            MaterialEntry("Jerrycans, 25 kg", "392330", "ES", D(46), "Envases Levante"),
        ),
        costs=(CostEntry("labour", D(410)), CostEntry("energy", D(38)), CostEntry("inspection", D(24)),
               CostEntry("general", D(180)), CostEntry("profit", D(250))),
    )  # fmt: skip


def _olives(at: datetime) -> BillEntry:
    """Eight points above the threshold: were the olives from Spain, they would fail. It runs out within a month."""
    return BillEntry(
        name="Olives in jars, 1,000 jars", quantity=D(1000), price=D(1620), new_and_different=True, direct=True,
        making="Debittered, pitted, brined, filled, pasteurised", route="FCA Casablanca, direct sailing",
        valid_until=(at + 25 * _DAY).date(),
        materials=(
            MaterialEntry("Green olives", "070992", "MA", D(486), "Growers around Meknès",
                          proof="Weighing notes, lot by lot", proof_until=(at + 25 * _DAY).date()),
            MaterialEntry("Glass jars and lids", "701090", "ES", D(648), "Vidrios del Sur"),
        ),
        costs=(CostEntry("labour", D(150)), CostEntry("tools", D("60.60")), CostEntry("general", D(90)),
               CostEntry("profit", D(120))),
    )  # fmt: skip


def _rug(at: datetime) -> BillEntry:
    """Yarn from abroad, which the product rule of rugs excludes: for a human."""
    return BillEntry(
        name="Flat-woven rug, one piece", quantity=D(1), price=D(146), new_and_different=True, direct=True,
        making="Woven by hand on an upright loom, washed, dried", valid_until=(at + 300 * _DAY).date(),
        materials=(
            MaterialEntry("Wool of the Middle Atlas, spun by hand", "510620", "MA", D(31), "Souk of Khénifra",
                          proof="Purchase book"),
            MaterialEntry("Dyed worsted yarn for the pattern", "510710", "NZ", D(9), "Filature d’outre-mer"),
        ),
        costs=(CostEntry("labour", D(58)), CostEntry("tools", D(4)), CostEntry("profit", D(21))),
    )  # fmt: skip


_BILLS = (("argan-cosmetic", "tafrawt-argane", _argan), ("olives-green-pitted", "saiss-dore", _olives),
          ("rug-flat-louan", "ait-louan", _rug))  # fmt: skip

#: The products the bills stand beside.
PRODUCTS = tuple(key for key, _maker, _bill in _BILLS)


def enter(register: Register, *, at: datetime) -> None:
    """Enter the bills as their makers would, and have the cooperative sign for the United States."""
    for key, maker, bill in _BILLS:
        commands.save_bill(
            entry=bill(at), product=products.reference_of(key), by=register.owner(maker), at=at - 30 * _DAY
        )
    commands.declare_origin(
        product=products.reference_of("argan-cosmetic"), destination="US", signed_as="Présidente",
        by=register.owner("tafrawt-argane"), at=at - 29 * _DAY,
    )  # fmt: skip
