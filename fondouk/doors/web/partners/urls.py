"""`/<lang>/partner/`: the cohort board."""

from django.urls import path

from fondouk.doors.web.partners import views

partner = [
    path("", views.home, name="partner_home"),
    path("prospects/", views.invite, name="partner_prospects"),
]
