"""Of milestones that may not come in time: the percentage that was foretold when their owner was told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0006_pins_in_text")]

    operations = [
        migrations.AddField(
            model_name="milestone",
            name="at_risk",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="may not come in time"),
        )
    ]
