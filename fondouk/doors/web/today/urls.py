"""Home pages of `/sell/`, `/buy/` and `/forward/`; the other areas have theirs in their own noun."""

from django.urls import path

from fondouk.doors.web.today import views

sell = [path("", views.sell, name="sell_home"), path("proceeds/", views.money, name="sell_proceeds")]
buy = [path("", views.buy, name="buy_home")]
forward = [path("", views.forward, name="forward_home")]
