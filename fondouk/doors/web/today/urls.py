"""Home pages of `/sell/`, `/buy/`, `/forward/` and `/agency/`; desk and partner have theirs in their own noun."""

from django.urls import path

from fondouk.doors.web.today import views

sell = [path("", views.sell, name="sell_home"), path("proceeds/", views.money, name="sell_proceeds")]
buy = [path("", views.buy, name="buy_home")]
forward = [path("", views.forward, name="forward_home")]
agency = [path("", views.agency, name="agency_home")]
