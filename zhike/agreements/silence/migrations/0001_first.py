"""Rules about silence, awaited answers, and the notices that went out."""

import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import zhike.core.record.amending
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agreements", "0007_never_by_silence"),
        ("clients", "0006_influence_and_attitude"),
        ("mail", "0003_invitations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SilenceRule",
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
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "It counts as agreed"),
                            ("paused", "The work on it waits"),
                            ("escalated", "It goes to whoever leads"),
                        ],
                        default="escalated",
                        max_length=9,
                        verbose_name="what silence means",
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(15),
                        ],
                        verbose_name="after … working days of theirs",
                    ),
                ),
                (
                    "first_reminder",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(15),
                        ],
                        verbose_name="first reminder after",
                    ),
                ),
                (
                    "second_reminder",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(15),
                        ],
                        verbose_name="second reminder after",
                    ),
                ),
                ("promises", models.BooleanField(default=True, verbose_name="promises")),
                ("expectations", models.BooleanField(default=False, verbose_name="expectations")),
                (
                    "decisions",
                    models.BooleanField(
                        default=True, verbose_name="questions to them, with the answer that we propose"
                    ),
                ),
                ("terms", models.BooleanField(default=False, verbose_name="terms: response times, rules, quiet hours")),
                ("constraints", models.BooleanField(default=False, verbose_name="constraints")),
                ("price_and_scope", models.BooleanField(default=False, verbose_name="price and scope")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Not in force yet"), ("in_force", "In force"), ("ended", "Ended")],
                        default="draft",
                        editable=False,
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                (
                    "agreed_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("call", "On the phone"),
                            ("video", "By video"),
                            ("meeting", "In a meeting"),
                            ("chat", "In a chat"),
                            ("mail", "By mail"),
                            ("paper", "On paper"),
                            ("link", "Through a link, in person"),
                            ("signature", "By signature"),
                            ("silence", "By silence, as agreed"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="by which way",
                    ),
                ),
                ("agreed_on", models.DateField(editable=False, null=True, verbose_name="agreed on")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.contact",
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "client",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.client",
                        verbose_name="client",
                    ),
                ),
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
                "verbose_name": "silence rule",
                "verbose_name_plural": "silence rules",
                "abstract": False,
            },
            bases=(zhike.core.record.amending.Amendable, models.Model),
        ),
        migrations.CreateModel(
            name="Wait",
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
                ("about", models.CharField(editable=False, max_length=120, verbose_name="about")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "It counts as agreed"),
                            ("paused", "The work on it waits"),
                            ("escalated", "It goes to whoever leads"),
                        ],
                        editable=False,
                        max_length=9,
                        verbose_name="what silence means",
                    ),
                ),
                ("begun_on", models.DateField(editable=False, verbose_name="asked on")),
                ("remind_on", models.DateField(editable=False, null=True, verbose_name="next reminder")),
                ("until", models.DateField(editable=False, verbose_name="last day")),
                ("reminded", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="reminders")),
                ("last_act", models.BigIntegerField(editable=False)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Waits for an answer"),
                            ("answered", "They answered"),
                            ("stopped", "Stopped by us"),
                            ("accepted", "Agreed by silence"),
                            ("paused", "Paused"),
                            ("escalated", "Escalated"),
                            ("objected", "They objected afterwards"),
                        ],
                        default="running",
                        editable=False,
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("why", models.CharField(blank=True, editable=False, max_length=300, verbose_name="why")),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.client",
                        verbose_name="client",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.contact",
                        verbose_name="who is asked",
                    ),
                ),
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
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waits",
                        to="agreements.entry",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "readback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waits",
                        to="agreements.readback",
                        verbose_name="read-back",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waits",
                        to="silence.silencerule",
                        verbose_name="silence rule",
                    ),
                ),
            ],
            options={
                "verbose_name": "awaited answer",
                "verbose_name_plural": "awaited answers",
                "abstract": False,
            },
            bases=(zhike.core.record.amending.Amendable, models.Model),
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "told",
                    models.CharField(
                        choices=[("asked", "Asked"), ("reminded", "Reminded"), ("outcome", "Told what followed")],
                        max_length=8,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=0)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "Phone"),
                            ("mail", "E-mail"),
                            ("wechat", "WeChat"),
                            ("video", "Video call"),
                            ("visit", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=500, verbose_name="what was said")),
                ("at", models.DateTimeField()),
                (
                    "contact",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clients.contact",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="mail.letter"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "wait",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="silence.wait"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="silencerule",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["custom"], name="silencerule_custom", opclasses=["jsonb_path_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="silencerule",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome", "accepted"), ("price_and_scope", True), _negated=True),
                name="silence_never_price_or_scope",
                violation_error_message="Price and scope need a clear yes. Silence may only pause or escalate them.",
            ),
        ),
        migrations.AddConstraint(
            model_name="silencerule",
            constraint=models.CheckConstraint(
                condition=models.Q(("client", None), ("outcome", "accepted"), _negated=True),
                name="silence_agreed_with_a_client",
                violation_error_message="Silence counts as a yes only where the client has agreed to that.",
            ),
        ),
        migrations.AddConstraint(
            model_name="silencerule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_reminder__lt", models.F("days")),
                    models.Q(
                        ("second_reminder", None),
                        models.Q(
                            ("second_reminder__gt", models.F("first_reminder")),
                            ("second_reminder__lt", models.F("days")),
                        ),
                        _connector="OR",
                    ),
                ),
                name="silence_reminds_before",
                violation_error_message="Reminders come one after the other, and before the last day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="silencerule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "in_force"), _negated=True),
                    models.Q(("outcome", "accepted"), _negated=True),
                    ("agreed_by__isnull", False),
                    _connector="OR",
                ),
                name="silence_in_force_is_agreed",
            ),
        ),
        migrations.AddConstraint(
            model_name="silencerule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_force")),
                fields=("client",),
                name="one_silence_rule",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="wait",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["custom"], name="wait_custom", opclasses=["jsonb_path_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="wait",
            index=models.Index(condition=models.Q(("state", "running")), fields=["until"], name="wait_running"),
        ),
        migrations.AddIndex(
            model_name="wait",
            index=models.Index(fields=["client", "-id"], name="wait_of_client"),
        ),
        migrations.AddConstraint(
            model_name="wait",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "running")), fields=("entry",), name="one_wait_per_entry"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("letter__isnull", False)),
                fields=("wait", "told", "number"),
                name="one_letter_per_notice",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("letter", None), _negated=True),
                    models.Q(("person", None), _negated=True),
                    _connector="OR",
                ),
                name="notice_by_letter_or_person",
            ),
        ),
    ]
