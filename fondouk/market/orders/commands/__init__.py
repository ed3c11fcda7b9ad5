"""Every write of an order, one function a verb."""

from fondouk.market.orders.commands.claims import decide_claim, open_claim, withdraw_claim
from fondouk.market.orders.commands.contract import (
    ContractTerms,
    award,
    cancel_order,
    propose_contract,
    sign_contract,
)
from fondouk.market.orders.commands.figures import set_terms, set_tolerance
from fondouk.market.orders.commands.goods import (
    accept_by_clock,
    accept_documents,
    accept_goods,
    record_arrived,
    record_delivered,
    record_inspection,
    record_shipped,
)
from fondouk.market.orders.commands.money import (
    confirm_payment,
    record_paid,
    record_receipt,
    record_returned,
    release_by_day,
    report_payment,
)
from fondouk.market.orders.commands.reviews import remove_review, reply_to_review, review_order
from fondouk.market.orders.commands.short import (
    agree_to_short,
    decide_short,
    decline_short,
    propose_short,
    withdraw_short,
)

__all__ = [
    "ContractTerms",
    "accept_by_clock",
    "accept_documents",
    "accept_goods",
    "agree_to_short",
    "award",
    "cancel_order",
    "confirm_payment",
    "decide_claim",
    "decide_short",
    "decline_short",
    "open_claim",
    "propose_contract",
    "propose_short",
    "record_arrived",
    "record_delivered",
    "record_inspection",
    "record_paid",
    "record_receipt",
    "record_returned",
    "record_shipped",
    "release_by_day",
    "remove_review",
    "reply_to_review",
    "report_payment",
    "review_order",
    "set_terms",
    "set_tolerance",
    "sign_contract",
    "withdraw_claim",
    "withdraw_short",
]
