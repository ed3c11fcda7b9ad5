"""Private files are seen by their owner; a noun's own query opens them for a counterparty."""

from typing import ClassVar

from django.db import migrations

from fondouk.engines.tables.policies import PartyPolicy


class Migration(migrations.Migration):
    dependencies: ClassVar = [("files", "0001_initial")]
    operations: ClassVar = [PartyPolicy("stored_file", ["owner"])]
