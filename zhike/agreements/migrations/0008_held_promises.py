"""Promises that need an approval before the client hears of them, and for which the company wants one."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0007_never_by_silence"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="held_for",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("holiday", "on a holiday of the client’s"),
                        ("capacity", "more than its owner can carry"),
                        ("scope", "what was agreed as not included"),
                    ],
                    max_length=10,
                ),
                db_default=[],
                default=list,
                editable=False,
                size=None,
                verbose_name="needs an approval",
            ),
        ),
        migrations.CreateModel(
            name="Cautions",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("holiday", models.BooleanField(default=True, verbose_name="due on a public holiday of the client’s")),
                ("capacity", models.BooleanField(default=True, verbose_name="more than its owner can carry")),
                ("scope", models.BooleanField(default=True, verbose_name="what was agreed as not included")),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_cautions")],
            },
        ),
    ]
