"""The public calculator: a page, and the same answer as JSON and CSV."""

from django.urls import path

from fondouk.doors.web.landed_cost import pricing, views

public = [
    path("landed-cost/", views.calculator, name="landed_cost"),
    path("landed-cost/estimate.json", views.as_json, name="landed_cost_json"),
    path("landed-cost/estimate.csv", views.as_csv, name="landed_cost_csv"),
    path("landed-cost/schema.json", views.schema, name="landed_cost_schema"),
]
sell = [path("products/<str:reference>/market-price/", pricing.price_for_market, name="sell_market_price")]
