"""The first page and the published rules."""

from django.urls import path

from fondouk.doors.web.home import views

public = [
    path("", views.home, name="home"),
    path("trust/", views.trust, name="trust"),
]
