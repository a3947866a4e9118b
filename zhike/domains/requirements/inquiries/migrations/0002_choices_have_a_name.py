"""Choices are called so where their texts are listed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inquiries", "0001_first")]

    operations = [
        migrations.AlterField("answer", "choices", models.JSONField(default=list, verbose_name="choices")),
    ]
