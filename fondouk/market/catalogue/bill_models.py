"""Bills of materials and origin declarations: private to the supplier (row policies in migration 0003).

`ProductOrigin` alone is public reading: what has been examined about a product's preferential origin, without the bill.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fondouk.engines.tables.columns import amount_of_unit, country_code, currency_code, reference_code, unit_code
from fondouk.market.catalogue import bill_rules, rules
from fondouk.market.companies.models import Company, Evidence

_KINDS = [(kind, kind) for kind in bill_rules.COST_KINDS]
_STATUSES = [(status.value, status.value) for status in rules.PreferenceStatus]


class BillOfMaterials(models.Model):
    """What a batch of goods is made of and what making it costs. One bill may serve several products."""

    reference = reference_code("BOM")
    supplier = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    currency = currency_code()
    quantity = amount_of_unit()
    unit = unit_code()
    price = models.DecimalField(max_digits=18, decimal_places=4)  # of the batch, at the factory gate
    wholly_obtained = models.BooleanField(default=False)
    new_and_different = models.BooleanField(null=True)
    making = models.TextField(max_length=2000, blank=True, default="")  # the operations performed
    direct = models.BooleanField(null=True)
    route = models.CharField(max_length=160, blank=True, default="")
    valid_until = models.DateField()
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=24)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=24)
    reminded_for = models.DateField(null=True)  # the last day it was reminded of
    retired_at = models.DateTimeField(null=True)
    retired_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(price__gt=0, quantity__gt=0), name="bill_positive"),
        ]
        indexes = [
            models.Index(fields=["supplier", "-changed_at"], name="bill_of_supplier"),
            models.Index(fields=["valid_until"], name="bill_due", condition=Q(retired_at=None)),
        ]

    def __str__(self) -> str:
        return self.name


class BillMaterial(models.Model):
    """One input of the batch, with what shows where it is from."""

    bill = models.ForeignKey(BillOfMaterials, on_delete=models.CASCADE, related_name="materials")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    hs = models.CharField(max_length=10, blank=True, default="")
    origin = country_code()
    value = models.DecimalField(max_digits=18, decimal_places=4)
    supplier_name = models.CharField(max_length=120, blank=True, default="")
    became = models.CharField(max_length=120, blank=True, default="")
    became_in = country_code(blank=True, default="")
    proof = models.CharField(max_length=160, blank=True, default="")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, related_name="+")
    file = models.CharField(max_length=24, blank=True, default="")  # reference in the files engine
    proof_until = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["bill", "position"], name="bill_material_once"),
            models.CheckConstraint(condition=Q(value__gt=0), name="bill_material_positive"),
        ]

    def __str__(self) -> str:
        return self.name


class BillCost(models.Model):
    """One element of cost of the batch; its kind says whether it counts."""

    bill = models.ForeignKey(BillOfMaterials, on_delete=models.CASCADE, related_name="costs")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=_KINDS)
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    note = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["bill", "position"], name="bill_cost_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="bill_cost_positive"),
        ]

    def __str__(self) -> str:
        return self.kind


class BillUse(models.Model):
    """Which bill a product goes by; a product has at most one."""

    bill = models.ForeignKey(BillOfMaterials, on_delete=models.CASCADE, related_name="uses")
    product = models.OneToOneField("catalogue.Product", on_delete=models.CASCADE, related_name="bill_use")

    def __str__(self) -> str:
        return f"{self.product_id} {self.bill_id}"


class OriginDeclaration(models.Model):
    """Data elements signed for one product, agreement and period; kept when it is withdrawn or has run out."""

    reference = reference_code("ODE")
    supplier = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey("catalogue.Product", on_delete=models.PROTECT, related_name="+")
    bill = models.ForeignKey(BillOfMaterials, on_delete=models.PROTECT, related_name="+")
    bill_version = models.PositiveIntegerField()
    destination = models.CharField(max_length=2)
    agreement = models.CharField(max_length=12)  # US-MA, CA-GPT, EU-MA
    status = models.CharField(max_length=16, choices=_STATUSES)
    share = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    threshold = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    valid_from = models.DateField()
    valid_until = models.DateField()
    data = models.JSONField()  # what is printed
    signed_name = models.CharField(max_length=120)
    signed_as = models.CharField(max_length=80)
    signed_at = models.DateTimeField()
    signed_by = models.CharField(max_length=24)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["product", "agreement"], condition=Q(withdrawn_at=None), name="origin_declared_once"
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="origin_declared_in_order"),
        ]

    def __str__(self) -> str:
        return self.reference


class ProductOrigin(models.Model):
    """What has been examined: the status the bill leads to under one agreement, and until when. Public reading."""

    product = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE, related_name="origins")
    agreement = models.CharField(max_length=12)
    status = models.CharField(max_length=16, choices=_STATUSES)
    declaration = models.CharField(max_length=24, blank=True, default="")
    examined_on = models.DateField()
    valid_until = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "agreement"], name="product_origin_once")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.status}"
