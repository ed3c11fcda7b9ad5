"""Orders with lines, signatures, milestones, releases, inspections, claims, reviews; dated terms of this Fondouk.

Every row of a trade repeats its parties; composite keys in migration 0002 keep them those of the order.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import (
    amount_of_unit,
    country_code,
    currency_code,
    minor_units,
    reference_code,
    state_column,
    unit_code,
    unit_price,
)
from fondouk.market.companies.models import TradeRow
from fondouk.market.orders import rules
from fondouk.market.sourcing.models import Holder, Quotation


class TermsInForce(models.Model):
    """Dated figures an order freezes when it is signed: the row with the latest `valid_from` not after that day."""

    valid_from = models.DateField(unique=True)
    fee_basis_points = models.PositiveIntegerField()  # of what is released to the supplier
    pay_days = models.PositiveSmallIntegerField()  # to pay once a payment is due
    inspection_days = models.PositiveSmallIntegerField()  # to accept or claim after delivery
    claim_days = models.PositiveSmallIntegerField()  # a claim after acceptance
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(fee_basis_points__lte=3000), name="terms_fee_sane")]

    def __str__(self) -> str:
        return str(self.valid_from)


class Tolerance(models.Model):
    """How much a receipt may be short by, per currency and day: what banks keep on the way."""

    currency = currency_code()
    amount_minor = minor_units()
    valid_from = models.DateField()
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["currency", "valid_from"], name="tolerance_once_a_day")]

    def __str__(self) -> str:
        return f"{self.currency} {self.amount_minor}"


class Order(TradeRow):
    """A contract: drawn from one accepted quotation, proposed, signed by both, carried out, closed."""

    reference = reference_code("ORD")
    quotation = models.OneToOneField(Quotation, on_delete=models.PROTECT, related_name="order")
    version = models.PositiveSmallIntegerField()
    state = state_column(rules.OrderState, rules.OrderState.DRAFT)
    title = models.CharField(max_length=200)
    conversation = models.CharField(max_length=24)
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, null=True, related_name="+")
    incoterm = models.CharField(max_length=3)
    place_name = models.CharField(max_length=80)
    place_code = models.CharField(max_length=5, blank=True, default="")
    destination = models.CharField(max_length=5)
    currency = currency_code()
    total_minor = minor_units()
    lead_days = models.PositiveSmallIntegerField()
    payment_route = models.CharField(max_length=8)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="+")
    beneficiary = models.JSONField(default=dict)  # {holder, number, scheme, bic, bank, reference}: where to wire
    inspector = models.ForeignKey("companies.Company", on_delete=models.PROTECT, null=True, related_name="+")
    cargo = models.JSONField(default=dict)
    notes = models.TextField(blank=True, default="")
    estimate = models.JSONField(null=True)
    # the contract's own terms, settled when it is proposed
    buyer_po = models.CharField(max_length=40, blank=True, default="")
    supplier_invoice_number = models.CharField(max_length=40, blank=True, default="")
    importer_number = models.CharField(max_length=40, blank=True, default="")  # EIN, BN15
    consignee = models.JSONField(default=dict)
    latest_shipment_on = models.DateField(null=True, blank=True)
    partial_shipment = models.BooleanField(default=False)
    transhipment = models.BooleanField(default=True)
    quantity_tolerance_pct = models.PositiveSmallIntegerField(default=0)
    governing_law = models.CharField(max_length=80, blank=True, default="")
    cisg = models.BooleanField(default=True)
    arbitration_seat = models.CharField(max_length=80, blank=True, default="")
    contract_text = models.TextField(blank=True, default="")
    contract_hash = models.CharField(max_length=64, blank=True, default="")
    # frozen from TermsInForce and the mandate when signed
    fee_basis_points = models.PositiveIntegerField(default=0)
    partner = models.ForeignKey("companies.Company", on_delete=models.PROTECT, null=True, related_name="+")
    partner_basis_points = models.PositiveIntegerField(default=0)
    pay_days = models.PositiveSmallIntegerField(default=0)
    inspection_days = models.PositiveSmallIntegerField(default=0)
    claim_days = models.PositiveSmallIntegerField(default=0)
    # what happened, and when
    drafted_at = models.DateTimeField()
    drafted_by = models.CharField(max_length=24)
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.CharField(max_length=24, blank=True, default="")
    signed_at = models.DateTimeField(null=True)
    ready_on = models.DateField(null=True)  # planned end of production
    inspected_at = models.DateTimeField(null=True)
    inspection_passed = models.BooleanField(null=True)
    shipped_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    documents_accepted_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True, db_index=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.CharField(max_length=24, blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=24, blank=True, default="")
    cancel_reason = models.CharField(max_length=400, blank=True, default="")
    plan = models.JSONField(default=dict)  # step → ISO day, as planned at signature

    class Meta:
        db_table = "order_"
        constraints = [
            models.UniqueConstraint(fields=["id", "buyer", "supplier", "operator"], name="order_parties"),
            models.CheckConstraint(condition=~Q(buyer=F("supplier")), name="order_between_two"),
            models.CheckConstraint(condition=Q(total_minor__gt=0), name="order_total_positive"),
        ]
        indexes = [
            models.Index(fields=["buyer", "-drafted_at"], name="order_of_buyer"),
            models.Index(fields=["supplier", "-drafted_at"], name="order_of_supplier"),
            models.Index(fields=["state"], name="order_by_state"),
        ]

    def __str__(self) -> str:
        return self.reference


class OrderLine(TradeRow):
    """One line of the contract, and how much of it was shipped and accepted."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, null=True, related_name="+")
    description = models.CharField(max_length=200)
    quantity = amount_of_unit()
    unit = unit_code()
    unit_price = unit_price()
    amount_minor = minor_units()
    hs6 = models.CharField(max_length=6, blank=True, default="")
    origin = country_code(blank=True, default="")
    net_kg = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    shipped = amount_of_unit(default=0)
    accepted = amount_of_unit(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="order_line_once"),
            models.CheckConstraint(
                condition=Q(accepted__lte=F("shipped"), shipped__lte=F("quantity")), name="order_line_i7"
            ),
        ]

    def __str__(self) -> str:
        return self.description


class Signature(TradeRow):
    """Who signed which text for which company, when, in which role, from where. Append-only."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="signatures")
    company = models.ForeignKey("companies.Company", on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=24)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=10)
    contract_hash = models.CharField(max_length=64)
    address = models.GenericIPAddressField(null=True)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "company", "contract_hash"], name="signature_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.order_id}"


class Milestone(TradeRow):
    """A part of the price: when to pay it, when it is let go, what came in, what went out."""

    reference = reference_code("MIL")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="milestones")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=20)
    share = models.PositiveSmallIntegerField()  # percent of the price
    amount_minor = minor_units()
    currency = currency_code()
    pay_when = models.CharField(max_length=20)
    release_when = models.CharField(max_length=12)
    days = models.PositiveSmallIntegerField(null=True)
    creditor_reference = models.CharField(max_length=25, unique=True)  # ISO 11649
    state = state_column(rules.MilestoneState, rules.MilestoneState.PENDING)
    received_minor = minor_units(default=0)
    released_minor = minor_units(default=0)  # fees included
    refunded_minor = minor_units(default=0)
    due_on = models.DateField(null=True)
    funded_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    refunded_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="milestone_position_once"),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="milestone_positive"),
            models.CheckConstraint(
                condition=Q(received_minor__gte=F("released_minor") + F("refunded_minor")), name="milestone_i3"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="milestone_due")]

    def __str__(self) -> str:
        return self.reference


class Release(TradeRow):
    """Money that left a milestone: to the supplier once, back to the buyer once for each cause. Append-only."""

    reference = reference_code("REL")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="releases")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="releases")
    kind = models.CharField(max_length=8, choices=[("release", "release"), ("refund", "refund")])
    amount_minor = minor_units()  # fees included
    fee_minor = minor_units(default=0)
    currency = currency_code()
    cause = models.CharField(max_length=24)  # a fact (shipped …), cancelled, a claim or a short closing
    released_at = models.DateTimeField()
    released_by = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["milestone"], condition=Q(kind="release"), name="release_once"),
            models.UniqueConstraint(fields=["milestone", "cause"], condition=Q(kind="refund"), name="refund_once"),
            models.CheckConstraint(
                condition=Q(amount_minor__gt=0, fee_minor__gte=0, fee_minor__lte=F("amount_minor")),
                name="release_positive",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class InspectionReport(TradeRow):
    """What the inspector found. A failed one may be followed by another. Append-only."""

    reference = reference_code("INS")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="inspections")
    inspector = models.ForeignKey("companies.Company", on_delete=models.PROTECT, related_name="+")
    passed = models.BooleanField()
    findings = models.TextField(max_length=4000)
    inspected_on = models.DateField()
    place = models.CharField(max_length=120)
    file = models.CharField(max_length=24, blank=True, default="")
    reported_at = models.DateTimeField()
    reported_by = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order"], condition=Q(passed=True), name="inspection_passes_once")
        ]

    def __str__(self) -> str:
        return self.reference


class Claim(TradeRow):
    """The buyer says the goods are not as agreed; the milestone's money is frozen until the operator decides."""

    reference = reference_code("CLM")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="claims")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="claims")
    state = state_column(rules.ClaimState, rules.ClaimState.OPEN)
    words = models.TextField(max_length=4000)
    file = models.CharField(max_length=24, blank=True, default="")
    amount_minor = minor_units()
    currency = currency_code()
    decision = models.CharField(max_length=8, blank=True, default="")
    refund_minor = minor_units(default=0)
    reasons = models.TextField(max_length=4000, blank=True, default="")
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=24)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["milestone"], condition=Q(state="OPEN"), name="claim_open_once")]

    def __str__(self) -> str:
        return self.reference


class ShortClosing(TradeRow):
    """A proposal to end a partly shipped order with what has left; once agreed or decided, the price is what left."""

    reference = reference_code("SHC")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="shorts")
    state = state_column(rules.ShortState, rules.ShortState.OPEN)
    by_buyer = models.BooleanField()  # which side proposed it
    reason = models.CharField(max_length=400)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=24)
    answer = models.CharField(max_length=1000, blank=True, default="")  # why declined, or the decision's reasons
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=24, blank=True, default="")
    price_before_minor = minor_units(null=True)
    price_after_minor = minor_units(null=True)
    returned_minor = minor_units(default=0)
    currency = currency_code()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints = [models.UniqueConstraint(fields=["order"], condition=Q(state="OPEN"), name="short_open_once")]

    def __str__(self) -> str:
        return self.reference


class Review(TradeRow):
    """What one side says of the trade after acceptance. Public."""

    reference = reference_code("REV")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="reviews")
    author = models.ForeignKey("companies.Company", on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey("companies.Company", on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, null=True, related_name="+")
    score = models.PositiveSmallIntegerField()
    words = models.TextField(max_length=2000)
    language = models.CharField(max_length=2)
    author_label = models.CharField(max_length=120)  # "Importer in Chicago": the name stays private
    state = state_column(rules.ReviewState, rules.ReviewState.PUBLISHED)
    reply = models.TextField(max_length=2000, blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    replied_by = models.CharField(max_length=24, blank=True, default="")
    removed_reason = models.CharField(max_length=300, blank=True, default="")
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "author"], name="review_once"),
            models.CheckConstraint(condition=Q(score__gte=1, score__lte=5), name="review_score"),
        ]
        indexes = [models.Index(fields=["about", "state", "-written_at"], name="review_of_company")]

    def __str__(self) -> str:
        return self.reference
