"""IBAN, Moroccan RIB, BIC and RF creditor references.

The RIB key is 97 − ((first 22 digits × 100) mod 97); equally, the 24 digits are divisible by 97 (Bank Al-Maghrib).
python-stdnum 2.2 refuses every Moroccan IBAN, so MA is checked here: mod 97 and the RIB inside.
"""

from __future__ import annotations

import re

from stdnum import bic as _bic
from stdnum import iban as _iban
from stdnum.iso7064 import mod_97_10


def compact(text: str) -> str:
    """Upper case without blanks, dots and dashes."""
    return re.sub(r"[\s.\-]", "", text).upper()


def rib_key(first_22: str) -> str:
    """The two key digits that belong to bank (3), locality (3) and account (16)."""
    return f"{97 - (int(first_22) * 100) % 97:02d}"


def is_rib(text: str) -> bool:
    """Whether the text is a Moroccan RIB of 24 digits with the right key."""
    digits = compact(text)
    return re.fullmatch(r"[0-9]{24}", digits) is not None and rib_key(digits[:22]) == digits[22:]


def is_iban(text: str) -> bool:
    """Whether the text is an IBAN with the right check digits (and, for MA, the right RIB inside)."""
    number = compact(text)
    if re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", number) is None:
        return False
    if number.startswith("MA"):
        return len(number) == 28 and mod_97_10.is_valid(number[4:] + number[:4]) and is_rib(number[4:])
    return bool(_iban.is_valid(number))


def iban_of_rib(rib: str) -> str:
    """The IBAN of a Moroccan RIB."""
    digits = compact(rib)
    if not is_rib(digits):
        raise ValueError("not a RIB")
    return f"MA{mod_97_10.calc_check_digits(digits + 'MA')}{digits}"


def is_bic(text: str) -> bool:
    """Whether the text is a well-formed BIC of 8 or 11 characters (ISO 9362)."""
    return bool(_bic.is_valid(compact(text)))


def creditor_reference(body: str) -> str:
    """The RF creditor reference (ISO 11649) of up to 21 letters and digits."""
    letters = re.sub(r"[^A-Z0-9]", "", body.upper())
    if not 1 <= len(letters) <= 21:
        raise ValueError("an RF reference takes 1 to 21 letters and digits")
    return f"RF{mod_97_10.calc_check_digits(letters + 'RF')}{letters}"


def is_creditor_reference(text: str) -> bool:
    """Whether the text is an RF reference with the right check digits."""
    number = compact(text)
    return re.fullmatch(r"RF[0-9]{2}[A-Z0-9]{1,21}", number) is not None and mod_97_10.is_valid(number[4:] + number[:4])


def masked(account: str) -> str:
    """An account for the eye: first four and last four characters."""
    number = compact(account)
    return f"{number[:4]} … {number[-4:]}" if len(number) > 8 else number
