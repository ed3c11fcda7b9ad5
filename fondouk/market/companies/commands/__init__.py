"""Every write about people and companies, one function a verb."""

from fondouk.market.companies.commands.accounts import add_bank_account, confirm_bank_account, retire_bank_account
from fondouk.market.companies.commands.mandates import give_mandate, revoke_mandate
from fondouk.market.companies.commands.proofs import (
    add_evidence,
    check_evidence,
    record_evidence,
    withdraw_evidence,
)
from fondouk.market.companies.commands.register import (
    add_capacity,
    admit_people,
    edit_company,
    edit_person,
    register_company,
)
from fondouk.market.companies.commands.team import (
    accept_invitation,
    change_role,
    invite_colleague,
    remove_member,
    withdraw_invitation,
)
from fondouk.market.companies.commands.witnessed import Witnessed, record_many_evidence

__all__ = [
    "Witnessed",
    "accept_invitation",
    "add_bank_account",
    "add_capacity",
    "add_evidence",
    "admit_people",
    "change_role",
    "check_evidence",
    "confirm_bank_account",
    "edit_company",
    "edit_person",
    "give_mandate",
    "invite_colleague",
    "record_evidence",
    "record_many_evidence",
    "register_company",
    "remove_member",
    "retire_bank_account",
    "revoke_mandate",
    "withdraw_evidence",
    "withdraw_invitation",
]
