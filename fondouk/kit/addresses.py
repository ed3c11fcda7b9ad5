"""Structured postal addresses: banks refuse unstructured ones since 14 Nov 2026 (ISO 20022 PstlAdr)."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from fondouk.kit.refusal import Refusal, sentence


@dataclass(frozen=True, slots=True)
class Address:
    """Street, town, region, postal code, ISO 3166 country. Town and country are mandatory."""

    town: str
    country: str
    street: str = ""
    region: str = ""
    postal_code: str = ""

    def as_dict(self) -> dict[str, str]:
        """For a JSON column."""
        return asdict(self)

    def lines(self) -> list[str]:
        """As printed on an envelope, without empty lines."""
        town = " ".join(part for part in (self.town, self.region, self.postal_code) if part)
        return [part for part in (self.street, town, self.country) if part]


def refusal_of(address: Address) -> Refusal | None:
    """Why a bank or carrier would turn this address away, or None."""
    if not address.town.strip():
        return Refusal("address.town", sentence("Enter the town: banks refuse payments without it."), field="town")
    if len(address.country) != 2 or not address.country.isalpha():
        return Refusal("address.country", sentence("Choose the country."), field="country")
    return None
