"""Forms of a company's own settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fondouk.doors.web import locale
from fondouk.doors.web.accounts.forms import CompanyForm
from fondouk.market.companies import rules
from fondouk.market.companies.queries import CompanyCard

_LTR = {"dir": "ltr"}
_DAY = {"type": "date"}


class DetailsForm(CompanyForm):
    """As at registration, without what the company does here."""

    capacity = None  # type: ignore[assignment]  # Django drops a field set to None

    @classmethod
    def first(cls, company: CompanyCard) -> dict[str, Any]:
        """What the form shows before anything is typed."""
        plain = ("name", "kind", "country", "region", "town", "street", "postal_code", "phone", "website")
        numbers = {field: company.identifiers.get(key, "") for field, key in cls.IDENTIFIERS.items()}
        return {**{key: getattr(company, key) for key in plain}, "name_ar": company.names.get("ar", ""), **numbers}


class InvitationForm(forms.Form):
    """A colleague's address and role."""

    email = forms.EmailField(label=_("E-mail of your colleague"), widget=forms.EmailInput(attrs=_LTR))
    role = forms.ChoiceField(label=_("Role"))
    language = forms.ChoiceField(label=_("Language of the message"), choices=list(locale.NAMES.items()))

    def __init__(self, *arguments: Any, **words: Any) -> None:
        """Roles are named in the reader's language."""
        super().__init__(*arguments, **words)
        role: Any = self.fields["role"]
        role.choices = [(value, _(label)) for value, label in rules.ROLES]


class EvidenceForm(forms.Form):
    """A proof with its document."""

    kind = forms.ChoiceField(label=_("What does it prove?"))
    scheme = forms.ChoiceField(
        label=_("Certificate or fact"), required=False, help_text=_("Only for certificates and facts about the company")
    )
    issuer = forms.CharField(
        label=_("Issued by"), max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    number = forms.CharField(label=_("Number"), max_length=60, required=False, widget=forms.TextInput(attrs=_LTR))
    valid_from = forms.DateField(label=_("Valid from"), widget=forms.DateInput(attrs=_DAY))
    valid_until = forms.DateField(label=_("Valid until"), required=False, widget=forms.DateInput(attrs=_DAY))
    file = forms.FileField(
        label=_("Document"), help_text=_("PDF or picture, at most 10 MB. Only you and the checkers see it."),
        widget=forms.FileInput(attrs={"accept": ".pdf,image/*"}),
    )  # fmt: skip

    def __init__(self, *arguments: Any, **words: Any) -> None:
        """Kinds are named in the reader's language; certificates by their own names."""
        super().__init__(*arguments, **words)
        fields: dict[str, Any] = dict(self.fields)
        kinds = dict(rules.EVIDENCE_KINDS)
        fields["kind"].choices = [(kind, _(kinds[kind])) for kind in ("identity", "certificate", "flag")]
        flags = [(flag, _(words)) for flag, words in rules.FLAGS]
        fields["scheme"].choices = [
            ("", _("Choose the certificate")),
            (_("Certificates"), list(rules.SCHEMES.items())),
            (_("Facts about the company"), flags),
        ]


class AccountForm(forms.Form):
    """Where the company is paid."""

    holder = forms.CharField(label=_("Account holder"), max_length=120, widget=forms.TextInput(attrs={"dir": "auto"}))
    number = forms.CharField(
        label=_("IBAN or RIB"), max_length=50, widget=forms.TextInput(attrs=_LTR),
        help_text=_("Morocco: 24 digits of the RIB, or the IBAN that begins with MA."),
    )  # fmt: skip
    bic = forms.CharField(label=_("BIC (SWIFT)"), max_length=14, widget=forms.TextInput(attrs=_LTR))
    bank_name = forms.CharField(
        label=_("Bank"), max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    currency = forms.ChoiceField(
        label=_("Currency"), choices=[(code, code) for code in ("USD", "CAD", "EUR", "MAD", "GBP")]
    )


class MandateForm(forms.Form):
    """Consent that a partner acts for the company."""

    partner = forms.ChoiceField(label=_("Partner"))
    scope = forms.MultipleChoiceField(label=_("What may they do for you?"), widget=forms.CheckboxSelectMultiple)
    commission_percent = forms.DecimalField(
        label=_("Commission agreed, in percent of the goods value"), min_value=0, max_value=30, decimal_places=2,
        initial=0,
    )  # fmt: skip

    def __init__(self, *arguments: Any, partners: list[CompanyCard], **words: Any) -> None:
        """`partners`: the channel partners one may choose among."""
        super().__init__(*arguments, **words)
        fields: dict[str, Any] = dict(self.fields)
        fields["partner"].choices = [(one.reference, one.name) for one in partners]
        fields["scope"].choices = SCOPES


SCOPES = [
    ("catalogue.edit", _("Write and translate products")),
    ("catalogue.publish", _("Publish products")),
    ("storefront.edit", _("Arrange the storefront")),
    ("messages.write", _("Answer messages")),
    ("sourcing.quote", _("Send quotations")),
    ("evidence.add", _("Hand in documents for checks")),
    ("papers.issue", _("Prepare documents of an order")),
    ("shipments.edit", _("Record shipments")),
]
