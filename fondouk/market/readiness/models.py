"""What goods need abroad: what a supplier says it has done, and the tasks of a signed order.

Marks are public reading, as the rest of a product is; tasks are rows of a trade and seen by its parties alone.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fondouk.engines.tables.columns import reference_code
from fondouk.market.catalogue.models import Product
from fondouk.market.companies.models import Evidence, TradeRow
from fondouk.market.orders.models import Order
from fondouk.market.readiness.rules import MarkState


class Mark(models.Model):
    """One requirement of one product: done, or not needed, with a note or a certificate.

    Taking a mark back or writing another one withdraws the row; no row is altered otherwise, and none goes.
    """

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    requirement = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in MarkState])
    note = models.CharField(max_length=300, blank=True, default="")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, related_name="+")
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=24)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        db_table = "readiness_mark"
        constraints = [
            models.UniqueConstraint(
                fields=["product", "requirement"], condition=Q(withdrawn_at=None), name="readiness_mark_once"
            ),
            models.CheckConstraint(condition=~Q(note="", evidence=None), name="readiness_mark_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.requirement} {self.state}"


class Task(TradeRow):
    """What one side has to have ready for the goods to enter: copied from the requirements in force at signature.

    `names` and `texts` are {language: words} as they stood; `due_on` hangs on the planned days and may be unknown.
    """

    reference = reference_code("TSK")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    requirement = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    side = models.CharField(max_length=8, choices=[("supplier", "supplier"), ("buyer", "buyer")])
    names = models.JSONField()
    texts = models.JSONField(default=dict)
    source = models.CharField(max_length=300)
    address = models.CharField(max_length=300, blank=True, default="")
    retrieved_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True, default="")
    file = models.CharField(max_length=24, blank=True, default="")
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        db_table = "readiness_task"
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "requirement"], name="task_once"),
            models.CheckConstraint(condition=Q(done_at=None) | ~Q(note="", file=""), name="task_done_shows_why"),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(done_at=None), name="task_open_by_day")]

    def __str__(self) -> str:
        return f"{self.reference} {self.requirement}"
