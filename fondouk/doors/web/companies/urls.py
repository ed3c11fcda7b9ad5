"""`/<lang>/account/company/…`: the company acted for: its details, team, evidence, bank accounts and partners."""

from django.urls import path

from fondouk.doors.web.companies import views

account = [
    path("company/details/", views.details, name="company_details"),
    path("company/team/", views.team, name="company_team"),
    path(
        "company/team/invitations/<str:reference>/withdrawal/",
        views.withdraw_invitation,
        name="company_invitation_withdrawal",
    ),
    path("company/team/<str:person>/role/", views.change_role, name="company_member_role"),
    path("company/team/<str:person>/departure/", views.remove_member, name="company_member_departure"),
    path("company/evidence/", views.evidence, name="company_evidence"),
    path("company/evidence/<str:reference>/file/", views.evidence_file, name="company_evidence_file"),
    path("company/bank-accounts/", views.bank_accounts, name="company_bank_accounts"),
    path(
        "company/bank-accounts/<str:reference>/confirmation/",
        views.confirm_account,
        name="company_account_confirmation",
    ),
    path("company/bank-accounts/<str:reference>/retirement/", views.retire_account, name="company_account_retirement"),
    path("company/mandates/", views.mandates, name="company_mandates"),
    path("company/mandates/<str:reference>/revocation/", views.revoke_mandate, name="company_mandate_revocation"),
]
