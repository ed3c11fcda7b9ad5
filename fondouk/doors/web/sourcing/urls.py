"""Inquiries and quotations: the buyer's side under /buy/, the supplier's under /sell/."""

from django.urls import path

from fondouk.doors.web.sourcing import buying, promise, selling

buy = [
    path("inquiries/", buying.inquiries, name="buy_inquiries"),
    path("inquiries/new/", buying.open_inquiry, name="buy_inquiry_new"),
    path("inquiries/<str:reference>/", buying.inquiry, name="buy_inquiry"),
    path("inquiries/<str:reference>/closing/", buying.close_inquiry, name="buy_inquiry_close"),
    path("quotations/<str:reference>/", buying.quotation, name="buy_quotation"),
    path("quotations/<str:reference>/costs/", promise.bought, name="buy_promise"),
    path("quotations/<str:reference>/acceptance/", buying.accept_quotation, name="buy_quotation_accept"),
    path("quotations/<str:reference>/refusal/", buying.decline_quotation, name="buy_quotation_decline"),
    path("quotations/<str:reference>/counter-offer/", buying.counter_quotation, name="buy_quotation_counter"),
]
sell = [
    path("inquiries/", selling.inquiries, name="sell_inquiries"),
    path("inquiries/<str:reference>/", selling.inquiry, name="sell_inquiry"),
    path("inquiries/<str:reference>/closing/", selling.close_inquiry, name="sell_inquiry_close"),
    path("inquiries/<str:reference>/quotations/", selling.create_quotation, name="sell_quote"),
    path("quotations/<str:reference>/", selling.quotation, name="sell_quotation"),
    path("quotations/<str:reference>/costs/", promise.sold, name="sell_promise"),
    path("quotations/<str:reference>/withdrawal/", selling.withdraw_quotation, name="sell_quotation_withdraw"),
]
