from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0009_price_of_contracts_never_by_silence"),
        ("contracts", "0002_runs_until"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="editionline",
            options={"ordering": ["position", "pk"]},
        ),
        migrations.AddField(
            model_name="editionline",
            name="part",
            field=models.CharField(blank=True, db_default="", default="", max_length=30),
        ),
        migrations.AddConstraint(
            model_name="editionline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("part", ""), _negated=True), fields=("edition", "part"), name="part_once_in_edition"
            ),
        ),
    ]
