from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0002_compare_names"),
        ("conversations", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="conversation",
            name="conversation_waiting",
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                condition=models.Q(("archived_at", None), ("state", "waiting")),
                fields=["happened_at"],
                include=("client",),
                name="conversation_waiting",
            ),
        ),
    ]
