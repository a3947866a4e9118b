"""How unclear each requirement was when it was heard; of those that are there, as they stand."""

from django.db import migrations, models


def take_over(apps, _schema):
    known = apps.get_model("requirements", "Requirement").objects
    known.filter(ambiguity__gt=0).update(heard_ambiguity=models.F("ambiguity"))


class Migration(migrations.Migration):
    dependencies = [("requirements", "0005_story_map")]
    operations = [
        migrations.AddField(
            model_name="requirement",
            name="heard_ambiguity",
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="ambiguity when heard"),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
