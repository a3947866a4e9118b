import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0008_who_may_export")]

    operations = [
        migrations.AddField(
            model_name="company",
            name="two_factor_roles",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=10),
                blank=True,
                default=list,
                size=None,
                verbose_name="second step asked of",
            ),
        ),
    ]
