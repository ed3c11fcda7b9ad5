"""People, companies and what ties them: the tables every other noun points to.

Private here: evidence and bank accounts (row policies in migration 0002). Public facts drawn from
evidence are read through `TrustFact`, a view that carries neither documents nor refused rows.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from fondouk.engines.tables.columns import currency_code, reference_code
from fondouk.market.companies import rules

_CAPACITIES = [(capacity.value, capacity.value) for capacity in rules.Capacity]


class People(BaseUserManager["Person"]):
    """Finds people by e-mail address, whatever its letter case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person who signs in with this address; raises Person.DoesNotExist."""
        return self.get(email__iexact=username or "")

    def create_user(self, email: str, password: str | None = None, **columns: object) -> Person:
        """A new person with a hashed password (none: cannot sign in by password)."""
        person = self.model(email=email.strip().lower(), **columns)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """A human being who signs in; what they may do depends on the company they act for."""

    reference = reference_code("PER")
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=rules.LANGUAGES, default="en")
    destination = models.CharField(max_length=5, blank=True, default="")  # country or UN/LOCODE of "Deliver to"
    phone = models.CharField(max_length=20, blank=True, default="")  # E.164
    is_active = models.BooleanField(default=True)

    is_staff = False  # nobody is: the desk is a company's, not a flag's
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = People()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_once"),
            models.CheckConstraint(condition=Q(language__in=["en", "fr", "ar"]), name="person_language_known"),
        ]

    def __str__(self) -> str:
        return self.name or self.reference


class Company(models.Model):
    """A legal entity. It may sell, buy, promote, forward, inspect or operate: capacities, not types."""

    reference = reference_code("CO")
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=rules.KINDS, default=rules.Kind.COMPANY.value)
    capacities = ArrayField(models.CharField(max_length=12, choices=_CAPACITIES), default=list)
    legal_name = models.CharField(max_length=160)
    name = models.CharField(max_length=120)  # trading name, shown everywhere
    names = models.JSONField(default=dict, blank=True)  # {language: the name in that script}
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=6, blank=True, default="")  # ISO 3166-2, as in the gazetteer
    town = models.CharField(max_length=80)
    street = models.CharField(max_length=160, blank=True, default="")
    postal_code = models.CharField(max_length=12, blank=True, default="")
    phone = models.CharField(max_length=20, blank=True, default="")
    website = models.URLField(max_length=200, blank=True, default="")
    founded_in = models.PositiveSmallIntegerField(null=True, blank=True)  # year
    people_count = models.PositiveIntegerField(null=True, blank=True)
    identifiers = models.JSONField(default=dict, blank=True)  # {ice, rc, rc_court, if, cnss, tp, ein, bn, vat}
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    flags = ArrayField(models.CharField(max_length=20), default=list, blank=True)  # self-declared, see Evidence
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=24)  # reference of the person, or "system"
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(capacities__contained_by=[capacity.value for capacity in rules.Capacity]),
                name="company_capacities_known",
            ),
            models.CheckConstraint(condition=~Q(country="") & ~Q(town=""), name="company_has_town_and_country"),
        ]
        indexes = [models.Index(fields=["country", "region"], name="company_by_region")]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person in a company with one role. Leaving ends the row; it is never deleted."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="members")
    role = models.CharField(max_length=10, choices=rules.ROLES)
    joined_at = models.DateTimeField()
    joined_by = models.CharField(max_length=24)
    left_at = models.DateTimeField(null=True, blank=True)
    left_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "company"], condition=Q(left_at=None), name="member_once_per_company"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.company_id}"


class Invitation(models.Model):
    """A colleague asked to join; only the holder of the (verified) e-mail address can accept."""

    reference = reference_code("JOIN")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=10, choices=rules.ROLES)
    language = models.CharField(max_length=2, choices=rules.LANGUAGES, default="en")
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=24)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=24, blank=True, default="")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("company"),
                Lower("email"),
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invitation_open_once_per_address",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Evidence(models.Model):
    """One proof about a company: a register extract, a certificate, an accreditation, a shipped order."""

    reference = reference_code("EVD")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=14, choices=rules.EVIDENCE_KINDS)
    scheme = models.CharField(max_length=30, blank=True, default="")  # of a certificate: rules.SCHEMES; else the flag
    issuer = models.CharField(max_length=120, blank=True, default="")
    issuer_company = models.ForeignKey(
        Company, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence_issued"
    )
    number = models.CharField(max_length=60, blank=True, default="")
    cause = models.CharField(max_length=24, blank=True, default="")  # reference of the order or agreement behind it
    file = models.CharField(max_length=24, blank=True, default="")  # reference in the files engine
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=rules.EVIDENCE_STATES, default=rules.EvidenceState.PENDING.value)
    reason = models.CharField(max_length=300, blank=True, default="")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=24)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["company", "kind", "cause"], condition=~Q(cause=""), name="evidence_once_per_cause"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="evidence_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state="PENDING", checked_at=None) | (~Q(state="PENDING") & Q(checked_at__isnull=False)),
                name="evidence_checked_when_decided",
            ),
        ]
        indexes = [models.Index(fields=["company", "kind", "state"], name="evidence_of_company")]

    def __str__(self) -> str:
        return self.reference


class TrustFact(models.Model):
    """Public view of accepted evidence: no document, no reason, no refused or pending row."""

    company = models.ForeignKey(Company, on_delete=models.DO_NOTHING, related_name="+")
    kind = models.CharField(max_length=14)
    scheme = models.CharField(max_length=30)
    issuer = models.CharField(max_length=120)
    number = models.CharField(max_length=60)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "companies_trust_fact"

    def __str__(self) -> str:
        return f"{self.kind} {self.company_id}"


class Mandate(models.Model):
    """A supplier's revocable consent that a partner acts for it, with the commission agreed."""

    reference = reference_code("MND")
    partner = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="mandates_held")
    supplier = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="mandates_given")
    scope = ArrayField(models.CharField(max_length=30), default=list)  # permissions, see roles.MANDATE_PERMISSIONS
    commission_basis_points = models.PositiveIntegerField(default=0)  # of the goods value of an order
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=24)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "supplier"], condition=Q(revoked_at=None), name="mandate_in_force_once"
            ),
            models.CheckConstraint(condition=~Q(partner=F("supplier")), name="mandate_between_two"),
            models.CheckConstraint(condition=Q(commission_basis_points__lte=3000), name="mandate_commission_sane"),
        ]

    def __str__(self) -> str:
        return self.reference


class BankAccount(models.Model):
    """Where a company is paid. Usable 72 h after it was added and once a second person confirmed it."""

    reference = reference_code("ACC")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="bank_accounts")
    holder = models.CharField(max_length=120)
    scheme = models.CharField(max_length=4, choices=[("IBAN", "IBAN"), ("RIB", "RIB"), ("BBAN", "BBAN")])
    number = models.CharField(max_length=34)  # without blanks
    bic = models.CharField(max_length=11)
    bank_name = models.CharField(max_length=120, blank=True, default="")
    currency = currency_code()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=24)
    usable_from_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=24, blank=True, default="")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["company", "number", "currency"], condition=Q(retired_at=None), name="bank_account_once"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | ~Q(confirmed_by=F("added_by")), name="bank_account_two_people"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class TradeRow(models.Model):
    """What every row of a trade repeats: its three parties, from the first migration on."""

    buyer = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    supplier = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    operator = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
