"""Shipments: packed and followed by the supplier, awaited by the buyer, seen by the operator."""

from django.urls import path

from fondouk.doors.web.shipments import pages, steps

sell = [
    path("shipments/", pages.shipments, {"side": "sell"}, name="sell_shipments"),
    path("orders/<str:order>/shipments/", steps.pack, name="sell_shipment_new"),
    path("shipments/<str:reference>/", pages.shipment, {"side": "sell"}, name="sell_shipment"),
    path("shipments/<str:reference>/departure/", steps.depart, name="sell_shipment_depart"),
    path("shipments/<str:reference>/events/", steps.add_event, name="sell_shipment_event"),
    path("shipments/<str:reference>/delivery/", steps.deliver, {"side": "sell"}, name="sell_shipment_deliver"),
    path("shipments/<str:reference>/papers/", steps.add_paper, name="sell_shipment_paper"),
    path("shipments/<str:reference>/cancellation/", steps.cancel, name="sell_shipment_cancel"),
]
buy = [
    path("shipments/", pages.shipments, {"side": "buy"}, name="buy_shipments"),
    path("shipments/<str:reference>/", pages.shipment, {"side": "buy"}, name="buy_shipment"),
    path("shipments/<str:reference>/delivery/", steps.deliver, {"side": "buy"}, name="buy_shipment_deliver"),
]
desk = [path("shipments/<str:reference>/", pages.shipment, {"side": "desk"}, name="desk_shipment")]
