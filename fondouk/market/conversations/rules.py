"""Rules of conversations. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence

from fondouk.kit.refusal import Refusal, sentence

BODY_LENGTH_MAX = 5000
ATTACHMENTS_MAX = 5


def refusals_to_post(*, body: str, attachments: Sequence[str], has_card: bool, is_party: bool) -> list[Refusal]:
    """Why this message cannot be sent; all reasons at once."""
    found = []
    if not is_party:
        found.append(Refusal("message.party", sentence("Only the two companies of a conversation write in it.")))
    if not body.strip() and not attachments and not has_card:
        found.append(Refusal("message.empty", sentence("Write a message or attach a file."), field="body"))
    if len(body) > BODY_LENGTH_MAX:
        text = sentence("A message has at most %(max)s characters; attach longer texts as a file.")
        found.append(Refusal("message.long", text, {"max": BODY_LENGTH_MAX}, "body"))
    if len(attachments) > ATTACHMENTS_MAX:
        text = sentence("At most %(max)s files a message.")
        found.append(Refusal("message.attachments", text, {"max": ATTACHMENTS_MAX}, "attachments"))
    return found
