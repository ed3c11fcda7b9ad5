"""For load balancers and the supervisor, without a language prefix."""

from django.urls import path

from fondouk.doors.web.health import views

unprefixed = [path("livez", views.livez, name="livez"), path("readyz", views.readyz, name="readyz")]
