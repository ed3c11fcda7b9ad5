"""What each side says of the trade: one review each, one reply, removal by the operator with a reason."""

from __future__ import annotations

from datetime import datetime

from fondouk.kit.actor import Actor
from fondouk.kit.refusal import Refusal, Refused, refuse_if, sentence
from fondouk.market.companies import standing
from fondouk.market.orders import rules
from fondouk.market.orders.commands import rows
from fondouk.market.orders.models import Review
from fondouk.market.orders.rules import OrderState, ReviewState


def review_order(
    *, order: str, score: int, words: str, language: str, author_label: str, by: Actor, at: datetime
) -> Review:
    """One side reviews the other after acceptance; `author_label` is what the public reads instead of a name."""
    row = rows.order_locked(order)
    author = rows.party(row, by, "reviews.write")
    already = row.reviews.filter(author=author).exists()
    refuse_if(
        rules.refusal_to_review(
            order=OrderState(row.state), accepted=row.accepted_at is not None, already=already, score=score, words=words
        )
    )
    buys = author.pk == row.buyer_id
    review = Review.objects.create(
        order=row, buyer_id=row.buyer_id, supplier_id=row.supplier_id, operator_id=row.operator_id, author=author,
        about=row.supplier if buys else row.buyer, product_id=row.product_id if buys else None, score=score,
        words=words.strip()[:2000], language=language, author_label=author_label[:120], written_at=at,
        written_by=by.label(),
    )  # fmt: skip
    rows.record("orders.review.written", row, by, at, subject=review.reference)
    return review


def reply_to_review(*, review: str, words: str, by: Actor, at: datetime) -> Review:
    """The reviewed side answers once."""
    company = standing.require(by, "reviews.write")
    found = Review.objects.select_for_update(of=("self",)).select_related("order").filter(reference=review).first()
    if found is None or found.about_id != company.pk:
        raise rows.unknown()
    if found.reply:
        raise Refused(Refusal("review.replied", sentence("You have already replied to this review.")))
    if not words.strip():
        raise Refused(Refusal("review.reply", sentence("Write your reply."), field="words"))
    found.reply, found.replied_at, found.replied_by = words.strip()[:2000], at, by.label()
    found.save()
    rows.record("orders.review.replied", found.order, by, at, subject=found.reference)
    return found


def remove_review(*, review: str, reason: str, by: Actor, at: datetime) -> Review:
    """The operator removes a review that breaks the published rules; the reason stays on record."""
    standing.require(by, "listings.moderate")
    found = Review.objects.select_for_update(of=("self",)).select_related("order").filter(reference=review).first()
    if found is None:
        raise rows.unknown()
    if found.state == ReviewState.REMOVED or not reason.strip():
        text = sentence("A review is removed once, with a reason.")
        raise Refused(Refusal("review.remove", text, field="reason"))
    found.state, found.removed_reason = ReviewState.REMOVED, reason.strip()[:300]
    found.save()
    rows.record("orders.review.removed", found.order, by, at, subject=found.reference)
    return found
