"""Shipments: states, the codes of DCSA Track & Trace 2.2, container numbers, refusals. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from stdnum import iso6346
from stdnum.exceptions import ValidationError

from fondouk.kit import days
from fondouk.kit.refusal import Refusal, sentence


class ShipmentState(StrEnum):
    """How far the goods are."""

    PREPARED = "PREPARED"
    SHIPPED = "SHIPPED"
    ARRIVED = "ARRIVED"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"


TRANSITIONS: dict[ShipmentState, dict[str, ShipmentState]] = {
    ShipmentState.PREPARED: {"ship": ShipmentState.SHIPPED, "cancel": ShipmentState.CANCELLED},
    ShipmentState.SHIPPED: {"arrive": ShipmentState.ARRIVED, "deliver": ShipmentState.DELIVERED},
    ShipmentState.ARRIVED: {"deliver": ShipmentState.DELIVERED},
    ShipmentState.DELIVERED: {},
    ShipmentState.CANCELLED: {},
}

_STATE_IS = {
    ShipmentState.PREPARED: sentence("This shipment has not left yet."),
    ShipmentState.SHIPPED: sentence("This shipment is already on its way."),
    ShipmentState.ARRIVED: sentence("This shipment has already arrived."),
    ShipmentState.DELIVERED: sentence("This shipment is already delivered."),
    ShipmentState.CANCELLED: sentence("This shipment was called off."),
}


class Mode(StrEnum):
    """How the goods travel."""

    FCL = "fcl"
    LCL = "lcl"
    AIR = "air"
    COURIER = "courier"
    ROAD = "road"


MODE_NAMES: dict[Mode, str] = {
    Mode.FCL: sentence("Sea, full container"),
    Mode.LCL: sentence("Sea, shared container"),
    Mode.AIR: sentence("Air"),
    Mode.COURIER: sentence("Courier"),
    Mode.ROAD: sentence("Road"),
}


class Release(StrEnum):
    """How the carrier hands the goods over at the other end."""

    ORIGINAL = "original"
    WAYBILL = "waybill"
    TELEX = "telex"


RELEASE_NAMES: dict[Release, str] = {
    Release.ORIGINAL: sentence("Original bills of lading"),
    Release.WAYBILL: sentence("Sea waybill"),
    Release.TELEX: sentence("Telex release"),
}

#: UN/CEFACT Rec 21, the ones traded goods come in.
PACKAGE_TYPES: dict[str, str] = {
    "CT": sentence("Cartons"),
    "PX": sentence("Pallets"),
    "DR": sentence("Drums"),
    "CS": sentence("Cases"),
    "BG": sentence("Bags"),
    "JY": sentence("Jerricans"),
    "RO": sentence("Rolls"),
    "BL": sentence("Bales"),
    "BX": sentence("Boxes"),
    "PL": sentence("Pails"),
    "WA": sentence("Bulk containers (IBC)"),
}

#: ISO 6346 size and type.
CONTAINER_TYPES = ("22G1", "42G1", "45G1", "22R1", "45R1")

#: DCSA Track & Trace 2.2: event type → codes.
EVENT_CODES: dict[str, tuple[str, ...]] = {
    "SHIPMENT": ("RECE", "DRFT", "PENA", "PENU", "REJE", "APPR", "ISSU", "SURR", "SUBM", "VOID", "CONF"),
    "TRANSPORT": ("ARRI", "DEPA"),
    "EQUIPMENT": ("LOAD", "DISC", "GTIN", "GTOT", "STUF", "STRP", "PICK", "DROP", "INSP"),
}
CLASSIFIERS: dict[str, str] = {
    "PLN": sentence("Planned"),
    "EST": sentence("Expected"),
    "ACT": sentence("Happened"),
}
EVENT_NAMES: dict[str, str] = {
    "ARRI": sentence("Arrival"),
    "DEPA": sentence("Departure"),
    "LOAD": sentence("Loaded on board"),
    "DISC": sentence("Unloaded"),
    "GTIN": sentence("Gate in at the terminal"),
    "GTOT": sentence("Gate out of the terminal"),
    "STUF": sentence("Container packed"),
    "STRP": sentence("Container unpacked"),
    "PICK": sentence("Picked up"),
    "DROP": sentence("Dropped off"),
    "INSP": sentence("Inspected by customs"),
    "RECE": sentence("Booking received"),
    "DRFT": sentence("Draft"),
    "PENA": sentence("Waiting for approval"),
    "PENU": sentence("Waiting for an update"),
    "REJE": sentence("Rejected"),
    "APPR": sentence("Approved"),
    "ISSU": sentence("Issued"),
    "SURR": sentence("Surrendered"),
    "SUBM": sentence("Submitted"),
    "VOID": sentence("Void"),
    "CONF": sentence("Booking confirmed"),
}


@dataclass(frozen=True, slots=True)
class PackageGiven:
    """A row of like packages: how many, what, how large each (cm), net and gross kilograms of all of them."""

    count: int
    type: str = "CT"
    marks: str = ""
    length_cm: Decimal | None = None
    width_cm: Decimal | None = None
    height_cm: Decimal | None = None
    net_kg: Decimal | None = None
    gross_kg: Decimal | None = None

    @property
    def volume_m3(self) -> Decimal | None:
        """Of all of them, to the litre; None where a side is unknown."""
        if self.length_cm is None or self.width_cm is None or self.height_cm is None:
            return None
        volume = self.count * self.length_cm * self.width_cm * self.height_cm / Decimal(1_000_000)
        return volume.quantize(Decimal("0.001"))


@dataclass(frozen=True, slots=True)
class ContainerGiven:
    """A container: number with check digit (ISO 6346), size and type, seal."""

    number: str
    type: str = "22G1"
    seal: str = ""


def refusal_to(verb: str, state: ShipmentState) -> Refusal | None:
    """Why this verb does not apply to a shipment in this state, or None."""
    if verb in TRANSITIONS[state]:
        return None
    return Refusal(f"shipment.{verb}.{state.lower()}", _STATE_IS[state])


def container_number(text: str) -> str:
    """As printed on the box: four letters, six digits, the check digit."""
    return "".join(character for character in text.upper() if character.isalnum())


def refusal_of_container(text: str) -> Refusal | None:
    """Why this cannot be a container's number, or None; catches a mistyped character by the check digit."""
    try:
        iso6346.validate(container_number(text))
    except ValidationError:
        words = sentence("%(number)s is not a container number: compare it with the box, above all the last digit.")
        return Refusal("shipment.container", words, {"number": text}, "container_number")
    return None


def refusals_of_packages(packages: Sequence[PackageGiven]) -> list[Refusal]:
    """All that is wrong with the packages, row by row."""
    if not packages:
        return [Refusal("shipment.packages", sentence("Say how many packages there are."), field="package_count")]
    found = []
    for row, one in enumerate(packages, start=1):
        if one.count < 1:
            text = sentence("Row %(row)s: at least one package.")
            found.append(Refusal("shipment.package.count", text, {"row": row}, "package_count"))
        if one.type not in PACKAGE_TYPES:
            text = sentence("Row %(row)s: choose the type of package.")
            found.append(Refusal("shipment.package.type", text, {"row": row}, "package_type"))
        if one.gross_kg is None or one.gross_kg <= 0:
            text = sentence("Row %(row)s: enter the gross weight in kilograms.")
            found.append(Refusal("shipment.package.gross", text, {"row": row}, "gross_kg"))
        elif one.net_kg is not None and not 0 < one.net_kg <= one.gross_kg:
            text = sentence("Row %(row)s: the net weight lies between zero and the gross weight.")
            found.append(Refusal("shipment.package.net", text, {"row": row}, "net_kg"))
    return found


def refusals_of_quantities(wanted: Mapping[int, Decimal], left: Mapping[int, Decimal]) -> list[Refusal]:
    """All that is wrong with the quantities by line, against what is left to ship."""
    if not any(wanted.values()):
        return [Refusal("shipment.nothing", sentence("Say how much of each line is shipped."), field="quantities")]
    text = sentence("Line %(line)s: between zero and %(left)s, which is what is left to ship.")
    return [
        Refusal("shipment.quantity", text, {"line": line, "left": left.get(line, Decimal(0))}, "quantities")
        for line, amount in wanted.items()
        if amount < 0 or amount > left.get(line, Decimal(0))
    ]


def refusal_of_event(
    kind: str, code: str, classifier: str, happens_at: datetime, at: datetime, *, signed: date | None = None
) -> Refusal | None:
    """Why this event cannot be recorded, or None. What happened cannot lie ahead, nor before the contract."""
    if code not in EVENT_CODES.get(kind, ()) or classifier not in CLASSIFIERS:
        return Refusal("shipment.event.code", sentence("Choose what happened from the list."), field="code")
    if classifier == "ACT" and happens_at > at:
        text = sentence("What has happened cannot lie in the future. Choose Planned or Expected instead.")
        return Refusal("shipment.event.future", text, field="happens_on")
    first = signed or days.years(at.date(), -1)
    return days.refusal_of_day(happens_at.date(), first=first, last=days.years(at.date(), 2), field="happens_on")


def refusal_of_arrival(expected: date | None, on_board: date) -> Refusal | None:
    """Goods are expected after they left, and within a year."""
    return days.refusal_of_day(expected, first=on_board, last=days.years(on_board, 1), field="arrival_expected_on")


def delay_days(planned: date | None, expected: date | None) -> int | None:
    """How many days later than planned it is expected (or came); negative is early, None is unknown."""
    return None if planned is None or expected is None else (expected - planned).days
