"""`/<lang>/agency/`: agreements and accreditations; the operator signs at `/desk/agreements/`."""

from django.urls import path

from fondouk.doors.web.agencies import views

agency = [
    path("", views.home, name="agency_home"),
    path("agreements/<str:reference>/signature/", views.sign, name="agency_agreement_sign"),
    path("agreements/<str:reference>/end/", views.end, name="agency_agreement_end"),
    path("accreditations/", views.accredit, name="agency_accreditations"),
    path("accreditations/<str:reference>/withdrawal/", views.withdraw, name="agency_accreditation_withdrawal"),
]
desk = [
    path("agreements/", views.desk_agreements, name="desk_agreements"),
    path("agreements/<str:reference>/signature/", views.sign, name="desk_agreement_sign"),
    path("agreements/<str:reference>/end/", views.end, name="desk_agreement_end"),
]
