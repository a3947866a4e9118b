import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0010_sign_on")]

    operations = [
        migrations.AddField(
            model_name="company",
            name="areas_off",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30),
                blank=True,
                default=list,
                size=None,
                verbose_name="areas that are switched off",
            ),
        ),
    ]
