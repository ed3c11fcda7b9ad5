from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tariffs", "0002_brought_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="regime",
            name="exact_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
    ]
