import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import zhike.core.clock.models.calendar
import zhike.core.clock.models.ticking
import zhike.core.record.amending


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("clients", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Calendar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("custom", models.JSONField(blank=True, default=dict, editable=False, verbose_name="own fields")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="added"
                    ),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True, verbose_name="archived")),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                ("zone", models.CharField(max_length=40, verbose_name="time zone")),
                ("region", models.CharField(blank=True, max_length=10, verbose_name="public holidays of")),
                (
                    "hours",
                    models.JSONField(default=zhike.core.clock.models.calendar.office_hours, verbose_name="hours"),
                ),
                ("days_off", models.JSONField(blank=True, default=dict, verbose_name="own days off")),
                ("days_worked", models.JSONField(blank=True, default=dict, verbose_name="own make-up days")),
                ("is_default", models.BooleanField(default=False, editable=False, verbose_name="default")),
                (
                    "created_by",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar",
                "verbose_name_plural": "calendars",
                "abstract": False,
            },
            bases=(zhike.core.record.amending.Amendable, models.Model),
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record_type", models.CharField(max_length=60)),
                ("record_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("allowed", models.DurationField(null=True)),
                ("days", models.PositiveIntegerField(null=True)),
                ("given", models.DateTimeField(null=True)),
                ("started_at", models.DateTimeField(verbose_name="started")),
                ("due_at", models.DateTimeField(verbose_name="due")),
                ("paused_at", models.DateTimeField(null=True)),
                ("met_at", models.DateTimeField(null=True)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("passed_at", models.DateTimeField(null=True)),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="clock.calendar"
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clients.client"
                    ),
                ),
            ],
            options={
                "verbose_name": "deadline",
                "verbose_name_plural": "deadlines",
            },
            bases=(zhike.core.clock.models.ticking.Ticking, models.Model),
        ),
        migrations.CreateModel(
            name="Segment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("runs", models.BooleanField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="segments", to="clock.deadline"
                    ),
                ),
            ],
            options={
                "ordering": ["since", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="calendar",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["custom"], name="calendar_custom", opclasses=["jsonb_path_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="calendar",
            constraint=models.UniqueConstraint(
                models.F("is_default"), condition=models.Q(("is_default", True)), name="one_default_calendar"
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                models.F("due_at"),
                condition=models.Q(("cancelled_at", None), ("met_at", None), ("paused_at", None)),
                name="deadline_running",
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                models.F("due_at"),
                condition=models.Q(("cancelled_at", None), ("met_at", None), ("paused_at", None), ("passed_at", None)),
                name="deadline_to_sweep",
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(models.F("record_type"), models.F("record_id"), name="deadline_of_record"),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                models.F("record_type"),
                models.F("record_id"),
                models.F("name"),
                condition=models.Q(("cancelled_at", None), ("met_at", None)),
                name="one_open_clock_per_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_at__gte", models.F("started_at"))), name="deadline_due_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("allowed", None), ("days", None), ("given__isnull", False)),
                    models.Q(("allowed", None), ("days__isnull", False), ("given", None)),
                    models.Q(("allowed__isnull", False), ("days", None), ("given", None)),
                    _connector="OR",
                ),
                name="deadline_has_one_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("met_at", None), ("cancelled_at", None), _connector="OR"),
                name="deadline_met_or_cancelled",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("paused_at", None), models.Q(("cancelled_at", None), ("met_at", None)), _connector="OR"
                ),
                name="deadline_paused_while_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="segment",
            constraint=models.UniqueConstraint(
                models.F("deadline"), condition=models.Q(("until", None)), name="one_open_segment"
            ),
        ),
        migrations.AddConstraint(
            model_name="segment",
            constraint=models.CheckConstraint(
                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                name="segment_goes_forwards",
            ),
        ),
    ]
