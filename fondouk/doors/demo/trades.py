"""The demo's trades, told again: every step by the person who took it, at the moment it was taken.

`content/trades.toml` says how far each has come. All steps of all trades are put in the order of their moments first,
because the bank's statements form a chain: a wire of March cannot be booked after one of April.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from fondouk.doors.demo import entry, products, reading
from fondouk.doors.demo.bank import Bank
from fondouk.doors.demo.companies import Register
from fondouk.doors.demo.people import everybody
from fondouk.doors.demo.variants import Form, forms
from fondouk.engines.places import gazetteer
from fondouk.kit.actor import Actor
from fondouk.kit.money import Money
from fondouk.market.catalogue.rules import Load, break_at, load_of
from fondouk.market.conversations import commands as conversations
from fondouk.market.orders import commands as orders
from fondouk.market.orders import queries
from fondouk.market.shipments import commands as shipments
from fondouk.market.shipments.rules import ContainerGiven, PackageGiven
from fondouk.market.sourcing import commands as sourcing
from fondouk.market.sourcing.terms import TEMPLATES, Cargo, Offer, OfferLine

#: Days a step comes after the one before it, unless the trade says otherwise.
GAPS = {
    "ask": 0, "quote": 1, "counter": 2, "award": 2, "propose": 0, "sign": 1, "half-sign": 1, "pay-1": 3, "inspect": 10,
    "pay-2": 2, "ship": 2, "arrive": 13, "deliver": 4, "accept": 2, "review": 1, "payout": 1, "claim": 2, "split": 3,
    "cancel": 2, "decline": 3, "withdraw": 2, "expire": 20, "close": 3,
}  # fmt: skip
_BOXES = ("CSQU3054383", "MSKU6011675", "TGHU7599330")


@dataclass
class Trade:
    """One trade while it is told: what is known of it so far."""

    key: str
    story: Mapping[str, Any]
    register: Register
    bank: Bank
    form: Form
    inquiry: Any = None
    quotation: Any = None
    order: Any = None
    shipment: Any = None
    claim: Any = None
    payments: list[str] = field(default_factory=list)
    review: Any = None
    quoted: int = 0

    @property
    def buyer(self) -> Actor:
        """Who buys, acting."""
        return self.register.actor(self.story["buyer"])

    @property
    def maker(self) -> Actor:
        """Who sells, acting."""
        return self.register.owner(self.form.product["of"])

    @property
    def quantity(self) -> Decimal:
        """How much is bought."""
        return Decimal(str(self.story["quantity"]))

    @property
    def destination(self) -> str:
        """Where the buyer wants it."""
        return next(one.destination for one in everybody() if one.email == self.story["buyer"])

    def load(self, at: datetime) -> Load:
        """The quantity as it travels."""
        return load_of(products.entry_of(self.form, (), at.date()).cargo, self.quantity)


def run(register: Register, bank: Bank, *, at: datetime) -> int:
    """Tell every trade up to where it has come; returns how many there are."""
    known = {form.key: form for form in forms()}
    stories = reading.document("trades.toml")
    queue: list[tuple[datetime, int, Callable[[], None]]] = []
    for key, story in stories.items():
        _plan(Trade(key, story, register, bank, known[story["product"]]), queue, at)
    _plan_bank(bank, queue)
    while queue:
        moment, _number, act = heapq.heappop(queue)
        if moment <= at:
            act()
    return len(stories)


def _plan(trade: Trade, queue: list[Any], at: datetime) -> None:
    """Each step with its moment, at a working hour; the same day's steps keep their order."""
    day = at.date() - timedelta(days=trade.story["begun"])
    for place, step in enumerate(trade.story["steps"].split()):
        name, _, gap = step.partition(":")
        day += timedelta(days=int(gap) if gap else GAPS[name])
        moment = datetime.combine(day, time(8 + place % 8, 7 * place % 60), tzinfo=at.tzinfo)
        heapq.heappush(queue, (moment, len(queue), lambda name=name, moment=moment: STEPS[name](trade, moment)))


def _plan_bank(bank: Bank, queue: list[Any]) -> None:
    """A statement in the evening of each day on which something happens, and on the day after."""
    days = {moment.date() + timedelta(days=after) for moment, *_ in queue for after in (0, 1)}
    zone = queue[0][0].tzinfo
    for day in sorted(days):
        evening = datetime.combine(day, time(18, 30), tzinfo=zone)
        heapq.heappush(queue, (evening, len(queue), lambda evening=evening: bank.report(evening)))


def ask(trade: Trade, at: datetime) -> None:
    """The buyer asks."""
    language, words = trade.story["ask"]
    trade.inquiry = sourcing.open_inquiry(
        product=products.reference_of(trade.form.key), quantity=trade.quantity, destination=trade.destination,
        message=words, language=language, by=trade.buyer, at=at,
    )  # fmt: skip


def quote(trade: Trade, at: datetime) -> None:
    """The maker answers and sends an offer; a second time, with what the buyer asked for."""
    if trade.quoted == 0:
        _say(trade, trade.story["answer"], trade.maker, at)
    trade.quotation = sourcing.submit_quotation(
        inquiry=trade.inquiry.reference, offer=_offer(trade, at), by=trade.maker, at=at
    )
    trade.quoted += 1


def _say(trade: Trade, said: list[str], by: Actor, at: datetime) -> None:
    language, words = said
    conversations.post_message(
        conversation=trade.inquiry.conversation, body=words, language=language, by=by, at=at - timedelta(minutes=20)
    )


def _offer(trade: Trade, at: datetime) -> Offer:
    entry = products.entry_of(trade.form, (), at.date())
    step = break_at(entry.breaks, trade.quantity)
    if step is None:
        raise ValueError(f"{trade.key}: no price")
    price = Decimal(trade.story["counter_price"]) if trade.quoted else step.unit_price
    load = trade.load(at)
    line = OfferLine(
        description=trade.form.title("en"), quantity=trade.quantity, unit=entry.unit, unit_price=price,
        product=products.reference_of(trade.form.key), hs6=entry.hs6, origin="MA", net_kg=load.net_kg,
    )  # fmt: skip
    return Offer(
        lines=(line,), incoterm=entry.incoterm, place_name=entry.place_name, place_code=entry.place_code,
        currency=entry.currency, valid_until=at.date() + timedelta(days=14), lead_days=entry.lead_days or 14,
        milestones=TEMPLATES[trade.story["terms"]],
        inspector=trade.register.companies["rif-inspection"] if trade.story.get("inspected") else "",
        cargo=Cargo(load.packages, entry.cargo.package or "CT", load.gross_kg, load.net_kg, load.volume_m3),
    )  # fmt: skip


def counter(trade: Trade, at: datetime) -> None:
    """The buyer says what would do."""
    sourcing.counter_quotation(
        quotation=trade.quotation.reference, words=trade.story["counter"][1],
        unit_price=Decimal(trade.story["counter_price"]), by=trade.buyer, at=at,
    )  # fmt: skip


def decline(trade: Trade, at: datetime) -> None:
    """The buyer says no, kindly."""
    reason = trade.story["decline"]
    sourcing.decline_quotation(quotation=trade.quotation.reference, reason=reason, by=trade.buyer, at=at)


def withdraw(trade: Trade, at: datetime) -> None:
    """The maker takes the offer back."""
    sourcing.withdraw_quotation(quotation=trade.quotation.reference, by=trade.maker, at=at)


def expire(trade: Trade, at: datetime) -> None:
    """The offer's last day went by."""
    sourcing.expire_quotation(quotation=trade.quotation.reference, by=Actor.system("sweep"), at=at)


def close(trade: Trade, at: datetime) -> None:
    """The buyer ends the talk."""
    sourcing.close_inquiry(inquiry=trade.inquiry.reference, by=trade.buyer, at=at)


def award(trade: Trade, at: datetime) -> None:
    """The buyer takes the offer."""
    trade.order = orders.award(quotation=trade.quotation.reference, by=trade.buyer, at=at)


def propose(trade: Trade, at: datetime) -> None:
    """The buyer fills in the contract and puts it to both."""
    contract = orders.ContractTerms(
        buyer_po=trade.story.get("purchase", ""), latest_shipment_on=at.date() + timedelta(days=75),
        quantity_tolerance_pct=2, governing_law="Morocco", arbitration_seat="Casablanca",
    )  # fmt: skip
    trade.order = orders.propose_contract(order=trade.order.reference, contract=contract, by=trade.buyer, at=at)


def half_sign(trade: Trade, at: datetime) -> None:
    """The buyer signs; the maker has not yet."""
    _sign(trade, trade.buyer, at)


def sign(trade: Trade, at: datetime) -> None:
    """Both sign."""
    _sign(trade, trade.buyer, at)
    _sign(trade, trade.maker, at + timedelta(hours=5))
    view = queries.order(trade.order.reference, company=trade.register.ids[trade.form.product["of"]])
    if view is None:
        raise ValueError(f"{trade.key}: no order")
    trade.payments = [one.reference for one in view.milestones]
    entry.draw(trade.order.reference, at=at + timedelta(hours=5))


def _sign(trade: Trade, by: Actor, at: datetime) -> None:
    text = trade.order.contract_hash
    orders.sign_contract(order=trade.order.reference, contract_hash=text, address="192.0.2.10", by=by, at=at)


def pay_1(trade: Trade, at: datetime) -> None:  # noqa: ARG001 (the bank's evening gives the moment)
    """The first payment is wired."""
    trade.bank.wire(trade.payments[0], trade.order.currency)


def pay_2(trade: Trade, at: datetime) -> None:  # noqa: ARG001
    """The second payment is wired."""
    trade.bank.wire(trade.payments[1], trade.order.currency)


def inspect(trade: Trade, at: datetime) -> None:
    """The inspector reports."""
    orders.record_inspection(
        order=trade.order.reference, passed=True, findings=trade.story["findings"], inspected_on=at.date(),
        place=reading.suppliers()[trade.form.product["of"]]["about"]["town"],
        by=trade.register.actor("samir@rifinspection.example"), at=at,
    )  # fmt: skip


def ship(trade: Trade, at: datetime) -> None:
    """The maker packs, and the goods leave."""
    origin = gazetteer.place(products.entry_of(trade.form, (), at.date()).place_code)
    arrival = gazetteer.place(trade.destination)
    load, cargo = trade.load(at), products.entry_of(trade.form, (), at.date()).cargo
    container = load.volume_m3 is not None and load.volume_m3 > 15
    packed = shipments.Packed(
        quantities={1: trade.quantity},
        packages=(
            PackageGiven(
                load.packages or 1, cargo.package or "CT", f"{trade.key[:12].upper()} 1-{load.packages}",
                cargo.length_cm, cargo.width_cm, cargo.height_cm, load.net_kg, load.gross_kg,
            ),
        ),
        invoice_number=f"{at:%Y}-{trade.key[:3].upper()}{at:%j}", mode="fcl" if container else "lcl",
        containers=(ContainerGiven(_BOXES[len(trade.key) % 3], "22G1", f"MA{at:%j%H%M}"),) if container else (),
        port_from=origin.port if origin else "", port_to=arrival.port if arrival else "", carrier="Détroit Lines",
    )  # fmt: skip
    trade.shipment = shipments.prepare_shipment(
        order=trade.order.reference, packed=packed, by=trade.maker, at=at - timedelta(hours=30)
    )
    departure = shipments.Departure(
        on_board_on=at.date(), bl_number=f"DTL{at:%y%j}{len(trade.key)}", bl_release="telex", vessel="Détroit Star",
        voyage=f"{at:%j}W", arrival_expected_on=at.date() + timedelta(days=13), dum_number=f"309{at:%j}0042",
    )  # fmt: skip
    shipments.ship(shipment=trade.shipment.reference, departure=departure, by=trade.maker, at=at)
    entry.settle(trade.order.reference, maker=trade.maker, buyer=trade.buyer, until=at.date(), at=at)


def arrive(trade: Trade, at: datetime) -> None:
    """The ship arrives."""
    arrival = gazetteer.place(trade.destination)
    shipments.record_event(
        shipment=trade.shipment.reference, kind="TRANSPORT", code="ARRI", classifier="ACT", happens_at=at,
        place=arrival.port if arrival else "", by=trade.maker, at=at,
    )  # fmt: skip
    entry.settle(trade.order.reference, maker=trade.maker, buyer=trade.buyer, until=None, at=at)


def deliver(trade: Trade, at: datetime) -> None:
    """The buyer says that the goods are there."""
    shipments.record_delivery(shipment=trade.shipment.reference, delivered_on=at.date(), by=trade.buyer, at=at)


def accept(trade: Trade, at: datetime) -> None:
    """The buyer accepts."""
    orders.accept_goods(order=trade.order.reference, by=trade.buyer, at=at)


def review(trade: Trade, at: datetime) -> None:
    """The buyer reviews; the maker may answer."""
    language, score, words = trade.story["review"]
    town = {"USCHI": "Chicago", "USNYC": "New York", "CAHAL": "Halifax", "CAMTR": "Montréal"}[trade.destination]
    written = orders.review_order(
        order=trade.order.reference, score=score, words=words, language=language, author_label=f"Importer in {town}",
        by=trade.buyer, at=at,
    )  # fmt: skip
    if "reply" in trade.story:
        orders.reply_to_review(review=written.reference, words=trade.story["reply"][1], by=trade.maker, at=at)


def claim(trade: Trade, at: datetime) -> None:
    """The buyer claims against the balance."""
    balance = trade.payments[-1]
    trade.claim = orders.open_claim(milestone=balance, words=trade.story["claim"], by=trade.buyer, at=at)


def split(trade: Trade, at: datetime) -> None:
    """The operator decides: a part back, the rest to the maker."""
    orders.decide_claim(
        claim=trade.claim.reference, decision="split", reasons=trade.story["decision"],
        refund=Money.of(trade.story["refund"], trade.order.currency), by=trade.register.actor("salma@fondouk.example"),
        at=at,
    )  # fmt: skip


def cancel(trade: Trade, at: datetime) -> None:
    """The buyer calls the order off; what was received goes back."""
    orders.cancel_order(order=trade.order.reference, reason=trade.story["cancel"], by=trade.buyer, at=at)


def payout(trade: Trade, at: datetime) -> None:
    """The operator pays out what is owed by now, to this maker or buyer and to any other."""
    trade.bank.pay_out(at)


STEPS: dict[str, Callable[[Trade, datetime], None]] = {
    "ask": ask, "quote": quote, "counter": counter, "decline": decline, "withdraw": withdraw, "expire": expire,
    "close": close, "award": award, "propose": propose, "sign": sign, "half-sign": half_sign, "pay-1": pay_1,
    "pay-2": pay_2, "inspect": inspect, "ship": ship, "arrive": arrive, "deliver": deliver, "accept": accept,
    "review": review, "claim": claim, "split": split, "cancel": cancel, "payout": payout,
}  # fmt: skip


def leave_unclear(register: Register, bank: Bank, *, at: datetime) -> None:
    """A wire of this morning that nobody can place yet, for the desk to look at."""
    asked = queries.orders_of(register.ids["hudson-home"], side="buyer", state="SIGNED", limit=1)
    if asked:
        bank.report_unclear(asked[0].reference, at - timedelta(hours=2))
