"""`/<lang>/desk/`: the operator's queues, and the lists of companies and people."""

from django.urls import path

from fondouk.doors.web.desk import journal, views

desk = [
    path("", views.home, name="desk_home"),
    path("evidence/", views.evidence, name="desk_evidence"),
    path("evidence/<str:reference>/decision/", views.decide_evidence, name="desk_evidence_decision"),
    path("evidence/<str:reference>/file/", views.evidence_file, name="desk_evidence_file"),
    path("bank-accounts/", views.accounts, name="desk_accounts"),
    path("bank-accounts/<str:reference>/confirmation/", views.confirm_account, name="desk_account_confirmation"),
    path("companies/", views.companies, name="desk_companies"),
    path("companies/<str:reference>/", views.company, name="desk_company"),
    path("people/", views.people, name="desk_people"),
    path("journal/", journal.journal, name="desk_journal"),
    path("journal/<str:unread>/retry/", journal.retry, name="desk_journal_retry"),
]
