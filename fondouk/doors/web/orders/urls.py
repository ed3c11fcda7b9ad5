"""Orders: one page seen from three sides, the steps each side takes, inspections and claims."""

from typing import Any

from django.urls import URLPattern, path

from fondouk.doors.web.orders import claims, contract, goods, inspections, pages, shorts


def _both(side: str) -> list[URLPattern]:
    """The steps buyer and supplier take alike."""

    def step(address: str, view: Any, name: str) -> URLPattern:
        return path(f"orders/<str:reference>/{address}", view, {"side": side}, name=f"{side}_order_{name}")

    return [
        path("orders/", pages.orders, {"side": side}, name=f"{side}_orders"),
        path("orders/<str:reference>/", pages.order, {"side": side}, name=f"{side}_order"),
        step("movements/", pages.movements, "movements"),
        step("contract/", contract.contract, "contract"),
        step("contract/proposal/", contract.propose, "propose"),
        step("contract/signature/", contract.sign, "sign"),
        step("cancellation/", contract.cancel, "cancel"),
        step("review/", goods.review, "review"),
        path("reviews/<str:reference>/reply/", goods.reply, {"side": side}, name=f"{side}_review_reply"),
        step("short-closing/", shorts.propose, "short"),
        step("short-closing/<str:short>/agreement/", shorts.agree, "short_agree"),
        step("short-closing/<str:short>/refusal/", shorts.decline, "short_decline"),
        step("short-closing/<str:short>/withdrawal/", shorts.withdraw, "short_withdraw"),
    ]


buy = [
    *_both("buy"),
    path("orders/<str:reference>/payments/<str:milestone>/report/", goods.report_payment, name="buy_payment_report"),
    path("orders/<str:reference>/documents/acceptance/", goods.accept_documents, name="buy_documents_accept"),
    path("orders/<str:reference>/delivery/", goods.deliver, name="buy_order_deliver"),
    path("orders/<str:reference>/acceptance/", goods.accept, name="buy_order_accept"),
    path("orders/<str:reference>/claims/", claims.open_claim, name="buy_claim_new"),
    path("claims/<str:reference>/withdrawal/", claims.withdraw, name="buy_claim_withdraw"),
]
sell = [
    *_both("sell"),
    path(
        "orders/<str:reference>/payments/<str:milestone>/confirmation/",
        goods.confirm_payment,
        name="sell_payment_confirm",
    ),
]
desk = [
    path("orders/", pages.orders, {"side": "desk"}, name="desk_orders"),
    path("orders/<str:reference>/", pages.order, {"side": "desk"}, name="desk_order"),
    path("orders/<str:reference>/movements/", pages.movements, {"side": "desk"}, name="desk_order_movements"),
    path("orders/<str:reference>/contract/", contract.contract, {"side": "desk"}, name="desk_order_contract"),
    path("orders/<str:reference>/short-closing/<str:short>/decision/", shorts.decide, name="desk_order_short_decide"),
    path("claims/", claims.queue, name="desk_claims"),
    path("claims/<str:reference>/", claims.decide, name="desk_claim"),
]
forward = [
    path("inspections/", inspections.jobs, name="forward_inspections"),
    path("inspections/<str:reference>/", inspections.report, name="forward_inspection"),
]
