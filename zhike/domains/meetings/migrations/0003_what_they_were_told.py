"""What those invited were told, so that the page sees when it is no longer so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0002_attendee_is_one"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="told_as",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=64),
        ),
    ]
