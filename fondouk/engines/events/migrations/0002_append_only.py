from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly, PartyArrayPolicy


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [AppendOnly("event"), PartyArrayPolicy("event", "parties")]
