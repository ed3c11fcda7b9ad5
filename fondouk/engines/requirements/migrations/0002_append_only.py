from django.db import migrations

from fondouk.engines.tables.policies import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("requirements", "0001_initial")]
    operations = [AppendOnly("requirement")]
