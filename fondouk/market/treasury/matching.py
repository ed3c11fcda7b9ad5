"""What a bank entry is: found by its references first, by amount and payer next; what is not sure waits in suspense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from fondouk.engines.bank_files.statements import Entry as BankEntry
from fondouk.kit.money import Money
from fondouk.market.orders.models import Milestone
from fondouk.market.treasury import rules
from fondouk.market.treasury.models import PaymentFile, Payout
from fondouk.market.treasury.rules import EntryState, PayoutState, Why

_LENGTHS = {"RF": frozenset({17, 18}), "ORD": frozenset({11}), "MIL": frozenset({11}), "PAY": frozenset({11})}


@dataclass(frozen=True)
class Found:
    """What an entry is. In suspense, `milestone` is a suggestion and `why` says what is missing."""

    state: EntryState
    why: Why | None = None
    milestone: str = ""
    payouts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # other milestones of the same order the entry names: they take what is left


class Recogniser:
    """Looks up everything the entries of one statement mention in a few queries, then tells each entry apart.

    A payout is recognised once; a milestone as often as money comes for it (orders sets the excess aside).
    """

    def __init__(self, entries: Sequence[BankEntry], *, currency: str, tolerance_minor: int):
        self.currency, self.tolerance_minor = currency, tolerance_minor
        self.mentions = {id(entry): _mentions(entry) for entry in entries}
        everything = {text for found in self.mentions.values() for text in found}
        self.milestones = _milestones(everything)
        self.payouts = _payouts(everything | {batch for entry in entries for batch in entry.batches})
        self.used: set[str] = set()  # payouts this statement books
        self.back: set[str] = set()  # payouts this statement returns, perhaps after booking them
        self.coming: Counter[int] = Counter()  # minor units told to each milestone by this statement so far

    def tell(self, entry: BankEntry) -> Found:
        """What this entry is."""
        if not entry.incoming:
            return self._outgoing(entry)
        return self._returned(entry) or self._receipt(entry)

    def _outgoing(self, entry: BankEntry) -> Found:
        filed = [one for one in self._payouts_named(entry) if one.state == PayoutState.FILED]
        named = [one for one in filed if one.reference not in self.used]
        if sum(one.amount_minor for one in named) != entry.money.amount_minor or not _in(named, entry.money):
            return Found(EntryState.SUSPENSE, Why.AMOUNT if named else Why.OUTGOING)
        return self._use(EntryState.PAYOUT, named)

    def _returned(self, entry: BankEntry) -> Found | None:
        named = [one for one in self._payouts_named(entry) if one.reference not in self.back]
        booked = [one for one in named if one.state == PayoutState.BOOKED or one.reference in self.used]
        if not booked and not (named and entry.returned):
            return None
        if len(booked) != 1 or booked[0].money != entry.money:
            return Found(EntryState.SUSPENSE, Why.AMOUNT)
        self.back.add(booked[0].reference)
        return Found(EntryState.RETURN, payouts=(booked[0].reference,))

    def _use(self, state: EntryState, payouts: list[Payout]) -> Found:
        references = tuple(one.reference for one in payouts)
        self.used.update(references)
        return Found(state, payouts=references)

    def _payouts_named(self, entry: BankEntry) -> list[Payout]:
        own = [self.payouts[text][0] for text in self.mentions[id(entry)] if text in self.payouts]
        if own:
            return list({one.pk: one for one in own}.values())
        return [one for batch in entry.batches for one in self.payouts.get(batch, [])]

    def _receipt(self, entry: BankEntry) -> Found:
        named = self._milestones_named(entry)
        if not named:
            return self._by_amount_and_payer(entry)
        if len({one.order_id for one in named}) > 1:
            return Found(EntryState.SUSPENSE, Why.SEVERAL, named[0].reference)
        due = _next_due([one for one in named if not self._filled(one)] or named)
        found = _unless_doubtful(entry, due)
        if found.state != EntryState.RECEIPT:
            return found
        self.coming[due.pk] += entry.money.amount_minor
        return replace(found, also=tuple(one.reference for one in self._exactly(entry) if one != due))

    def _exactly(self, entry: BankEntry) -> list[Milestone]:
        """The milestones named by their own references, not those an order's reference stands for."""
        texts = [text for text in self.mentions[id(entry)] if text in self.milestones and not text.startswith("ORD")]
        return list({row.pk: row for text in texts for row in self.milestones[text]}.values())

    def _filled(self, milestone: Milestone) -> bool:
        """Whether earlier entries of this statement already make it up."""
        got = milestone.received_minor + self.coming[milestone.pk]
        return self.coming[milestone.pk] > 0 and got >= milestone.amount_minor - self._allowed(milestone)

    def _milestones_named(self, entry: BankEntry) -> list[Milestone]:
        """By its own reference one milestone; by the order's, all of them."""
        texts = [text for text in self.mentions[id(entry)] if text in self.milestones]
        rows = self._exactly(entry) or [row for text in texts for row in self.milestones[text]]
        return list({row.pk: row for row in rows}.values())

    @cached_property
    def _pending(self) -> list[Milestone]:
        rows = Milestone.objects.select_related("order", "order__buyer").filter(
            state="PENDING", currency=self.currency, order__payment_route="held", order__signed_at__isnull=False
        )
        return list(rows.order_by("due_on", "id"))

    def _by_amount_and_payer(self, entry: BankEntry) -> Found:
        fits = [one for one in self._pending if self._fits(one, entry.money)]
        sure = [one for one in fits if rules.same_party(entry.party, _names(one))]
        if len(sure) == 1:
            return Found(EntryState.RECEIPT, milestone=sure[0].reference)
        if len(sure) > 1:
            return Found(EntryState.SUSPENSE, Why.SEVERAL, sure[0].reference)
        return Found(EntryState.SUSPENSE, Why.UNKNOWN, fits[0].reference if len(fits) == 1 else "")

    def _fits(self, milestone: Milestone, money: Money) -> bool:
        missing = milestone.amount_minor - milestone.received_minor
        return missing > 0 and missing - self._allowed(milestone) <= money.amount_minor <= missing

    def _allowed(self, milestone: Milestone) -> int:
        return rules.allowance(milestone.amount_minor, self.tolerance_minor)


def find_milestone(text: str) -> Milestone | None:
    """The milestone a person names by its own, its RF or its order's reference (then the next one to pay)."""
    plain = rules.compact(text)
    rows = _milestones({plain}).get(plain, [])
    return _next_due(rows) if rows else None


def _mentions(entry: BankEntry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rules.references_in(f"{entry.end_to_end}|{entry.remittance}", _LENGTHS)))


def _dashed(plain: str) -> str:
    return f"{plain[:3]}-{plain[3:7]}-{plain[7:]}"


def _milestones(texts: Iterable[str]) -> dict[str, list[Milestone]]:
    """Milestones by the compact text that names them: RF…, MIL… one each, ORD… all of the order's."""
    texts = set(texts)
    found: dict[str, list[Milestone]] = {}
    rows = Milestone.objects.select_related("order", "order__buyer").order_by("order_id", "position")
    creditor = [text for text in texts if text.startswith("RF")]
    orders = [_dashed(text) for text in texts if text.startswith("ORD")]
    own = [_dashed(text) for text in texts if text.startswith("MIL")]
    for row in rows.filter(creditor_reference__in=creditor) if creditor else ():
        found.setdefault(row.creditor_reference, []).append(row)
    for row in rows.filter(order__reference__in=orders) if orders else ():
        found.setdefault(rules.compact(row.order.reference), []).append(row)
    for row in rows.filter(reference__in=own) if own else ():
        found.setdefault(rules.compact(row.reference), []).append(row)
    return found


def _payouts(texts: Iterable[str]) -> dict[str, list[Payout]]:
    """Payouts by compact reference, and all payouts of a file by the file's reference as the bank repeats it."""
    texts = set(texts)
    own = [_dashed(text) for text in texts if text.startswith("PAY") and len(text) == 11]
    files = [text for text in texts if text.startswith("PMF-")]
    found: dict[str, list[Payout]] = {}
    for row in Payout.objects.filter(reference__in=own) if own else ():
        found[rules.compact(row.reference)] = [row]
    known = PaymentFile.objects.filter(reference__in=files) if files else ()
    for file in known:
        found[file.reference] = list(file.payouts.order_by("id"))
    return found


def _in(payouts: Sequence[Payout], money: Money) -> bool:
    return all(one.currency == money.currency for one in payouts)


def _next_due(milestones: Sequence[Milestone]) -> Milestone:
    """The first still to be paid; where all are, the last: orders sets the money aside."""
    return next((one for one in milestones if one.state == "PENDING"), milestones[-1])


def _names(milestone: Milestone) -> tuple[str, ...]:
    buyer = milestone.order.buyer
    return (buyer.name, buyer.legal_name, *buyer.names.values())


def _unless_doubtful(entry: BankEntry, milestone: Milestone) -> Found:
    why = _doubt(entry, milestone)
    if why is None:
        return Found(EntryState.RECEIPT, milestone=milestone.reference)
    return Found(EntryState.SUSPENSE, why, milestone.reference)


def _doubt(entry: BankEntry, milestone: Milestone) -> Why | None:
    """What keeps money with a known reference from its milestone."""
    if milestone.order.payment_route != "held":
        return Why.ROUTE
    if milestone.currency != entry.money.currency:
        return Why.CURRENCY
    if milestone.order.signed_at is None and milestone.order.state != "CANCELLED":
        return Why.UNSIGNED
    if entry.party and not rules.same_party(entry.party, _names(milestone)):
        return Why.PAYER
    return None
