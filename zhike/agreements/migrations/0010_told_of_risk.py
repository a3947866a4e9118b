"""Of promises that may not be kept: the percentage that was foretold when their owner was told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0009_price_of_contracts_never_by_silence")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="at_risk",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="may not be kept"),
        )
    ]
