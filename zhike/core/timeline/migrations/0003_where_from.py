from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0002_append_only")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="origin",
            field=models.CharField(blank=True, db_default="", default="", max_length=80),
        ),
    ]
