from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0002_append_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="unread",
            name="error",
            field=models.CharField(blank=True, default="", max_length=500),
        ),
        migrations.AddField(
            model_name="unread",
            name="set_aside_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="unread",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="unread",
            index=models.Index(
                condition=models.Q(("set_aside_at", None), _negated=True), fields=["reader"], name="unread_set_aside"
            ),
        ),
    ]
