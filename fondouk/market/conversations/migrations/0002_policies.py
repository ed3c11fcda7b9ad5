"""Messages are private to their two companies and the operator; children cannot name other parties than their parent."""

from typing import ClassVar

from django.db import migrations

from fondouk.engines.tables.policies import CompositeForeignKey, PartyPolicy

_PARTIES = ["buyer_id", "supplier_id", "operator_id"]
_PARENT = "conversations_conversation"


def _child(table: str) -> migrations.RunSQL:
    return CompositeForeignKey(
        table, ["conversation_id", *_PARTIES], parent=_PARENT, parent_columns=["id", *_PARTIES],
        name=f"{table}_same_parties",
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies: ClassVar = [("conversations", "0001_initial")]
    operations: ClassVar = [
        PartyPolicy("conversations_conversation", _PARTIES),
        PartyPolicy("conversations_message", _PARTIES),
        PartyPolicy("conversations_attachment", _PARTIES),
        PartyPolicy("conversations_readmark", _PARTIES),
        _child("conversations_message"),
        _child("conversations_readmark"),
        CompositeForeignKey(
            "conversations_attachment", ["message_id", *_PARTIES], parent="conversations_message",
            parent_columns=["id", *_PARTIES], name="conversations_attachment_same_parties",
        ),
    ]  # fmt: skip
