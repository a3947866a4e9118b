from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0004_stuck_editions"),
    ]

    operations = [
        migrations.AddField(
            model_name="instalment",
            name="code",
            field=models.CharField(
                blank=True, db_default="", default="", editable=False, max_length=12, verbose_name="invoice code"
            ),
        ),
        migrations.AddField(
            model_name="instalment",
            name="taken_back",
            field=models.JSONField(db_default=[], default=list, editable=False),
        ),
        migrations.AddField(
            model_name="instalment",
            name="tax_rate",
            field=models.DecimalField(
                decimal_places=2, editable=False, max_digits=5, null=True, verbose_name="tax rate, %"
            ),
        ),
    ]
