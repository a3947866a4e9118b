"""Rounds of revision, which are only ever added, and the rules that were crossed."""

import django.db.models.deletion
import zhike.core.timeline.moment
from django.conf import settings
from django.db import migrations, models


APPEND_ONLY = """
create trigger round_append_only before update or delete on engagement_round
    for each row execute function zhike_refuse_change();
create trigger round_never_truncated before truncate on engagement_round
    for each statement execute function zhike_refuse_change();
"""
BACK = """
drop trigger round_never_truncated on engagement_round;
drop trigger round_append_only on engagement_round;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("timeline", "0002_append_only"),
        ("agreements", "0006_hours_and_channels"),
        ("engagement", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Crossing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(choices=[("us", "Ours"), ("them", "Theirs")], max_length=4, verbose_name="whose"),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("late", "Late with the answer"),
                            ("quiet", "In quiet hours"),
                            ("channel", "By another channel"),
                            ("round", "A round above those agreed"),
                        ],
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                ("record_type", models.CharField(max_length=60)),
                ("record_id", models.BigIntegerField()),
                ("crossed_at", models.DateTimeField(verbose_name="when")),
                ("anyway", models.BooleanField(default=False)),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="crossings", to="agreements.entry"
                    ),
                ),
            ],
            options={
                "verbose_name": "crossed rule",
                "verbose_name_plural": "crossed rules",
                "indexes": [models.Index(fields=["record_type", "record_id"], name="crossing_of_record")],
                "constraints": [
                    models.UniqueConstraint(fields=("clause", "how", "record_type", "record_id"), name="crossed_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record_type", models.CharField(max_length=60)),
                ("record_id", models.BigIntegerField()),
                ("used_on", models.DateField(verbose_name="used on")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="what was asked")),
                ("noted_at", models.DateTimeField(default=zhike.core.timeline.moment.moment)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="agreements.entry"
                    ),
                ),
                (
                    "takes_back",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back",
                        to="engagement.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "round of revision",
                "verbose_name_plural": "rounds of revision",
                "indexes": [models.Index(fields=["record_type", "record_id"], name="round_of_record")],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, BACK),
    ]
