"""Dated tariff data: measures, lists of codes, country groups, and how each destination values goods."""

from django.db import models


class Dated(models.Model):
    """What every row of reference data carries: when it holds, from where it comes, and which load brought it.

    A row is live while `superseded_by` is empty; undoing a load deletes its rows and revives those it replaced.
    `brought_by` names the load whose figure a row repeats with an earlier end; empty where that is `load` itself.
    """

    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    source = models.TextField()
    retrieved_on = models.DateField(null=True)
    verified_until = models.DateField(null=True)
    load = models.CharField(max_length=40)
    superseded_by = models.CharField(max_length=40, blank=True, default="")
    brought_by = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        abstract = True


class Measure(Dated):
    """One rate: a duty column, a preference, an additional layer, a fee, a tax or a trade remedy."""

    destination = models.CharField(max_length=2)
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=60, blank=True)
    heading = models.CharField(max_length=20, blank=True)
    hs = models.CharField(max_length=10, blank=True)
    origin = models.CharField(max_length=8, blank=True)
    agreement = models.CharField(max_length=16, blank=True)
    rate = models.TextField(blank=True)
    currency = models.CharField(max_length=3, blank=True)
    minimum = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    maximum = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    basis = models.CharField(max_length=40, blank=True)
    applies = models.CharField(max_length=40, blank=True)
    covered_list = models.CharField(max_length=200, blank=True)
    exempt_lists = models.CharField(max_length=300, blank=True)
    gives_way_to = models.CharField(max_length=300, blank=True)
    laden_before = models.DateField(null=True)
    entered_before = models.DateField(null=True)
    seasons = models.CharField(max_length=100, blank=True)
    human = models.TextField(blank=True)
    after_end = models.CharField(max_length=8, default="gap")
    certainty = models.CharField(max_length=12, default="exact")
    recoverable = models.CharField(max_length=4, blank=True)
    status = models.TextField(blank=True)
    description = models.TextField(blank=True)

    class Meta:
        db_table = "tariffs_measure"
        indexes = [
            models.Index(fields=["destination", "hs"], name="tariffs_measure_code"),
            models.Index(fields=["load"], name="tariffs_measure_load"),
            models.Index(fields=["superseded_by"], name="tariffs_measure_after"),
        ]

    def __str__(self) -> str:
        return f"{self.destination} {self.kind} {self.name or self.hs} {self.rate}"


class ListedCode(Dated):
    """One code of a list a layer refers to; a condition is for a human."""

    list_name = models.CharField(max_length=60)
    hs = models.CharField(max_length=10)
    condition = models.TextField(blank=True)

    class Meta:
        db_table = "tariffs_listed_code"
        indexes = [models.Index(fields=["list_name", "hs"], name="tariffs_listed_code_code")]

    def __str__(self) -> str:
        return f"{self.list_name} {self.hs}"


class GroupMember(Dated):
    """A country belongs to a group of origins (GPT) for a time."""

    destination = models.CharField(max_length=2)
    group = models.CharField(max_length=8)
    country = models.CharField(max_length=2)

    class Meta:
        db_table = "tariffs_group_member"

    def __str__(self) -> str:
        return f"{self.group} {self.country}"


class Regime(Dated):
    """How a destination values goods and orders its charges; `territory` names whose tariff it applies.

    `exact_days`: how long after the day a rate was verified it still counts as exact; empty means not a day longer.
    """

    destination = models.CharField(max_length=2)
    territory = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    valuation = models.CharField(max_length=20)
    value_step = models.DecimalField(max_digits=8, decimal_places=2)
    formal_above = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    code_lengths = models.CharField(max_length=20)
    layer_origins = models.CharField(max_length=60, blank=True)
    layers_since = models.DateField(null=True)
    exact_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        db_table = "tariffs_regime"

    def __str__(self) -> str:
        return f"{self.destination} {self.valuation}"


class Heading(Dated):
    """A chapter, heading or subheading of the Harmonized System in one of its versions (`2022`)."""

    version = models.CharField(max_length=8)
    hs = models.CharField(max_length=6)
    section = models.CharField(max_length=6, blank=True)
    description = models.TextField()

    class Meta:
        db_table = "tariffs_heading"
        indexes = [models.Index(fields=["hs", "version"], name="tariffs_heading_code")]

    def __str__(self) -> str:
        return f"{self.version} {self.hs}"


class Edition(models.Model):
    """One row: the number of the data as they stand. It rises with every load, so that caches know they are old."""

    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "tariffs_edition"

    def __str__(self) -> str:
        return str(self.number)
