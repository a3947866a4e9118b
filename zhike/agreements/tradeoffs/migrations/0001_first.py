import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import zhike.core.record.amending
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agreements", "0009_price_of_contracts_never_by_silence"),
        ("clients", "0006_influence_and_attitude"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Tradeoff",
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
                ("title", models.CharField(max_length=200, verbose_name="what is to be settled")),
                ("wish", models.TextField(blank=True, verbose_name="what they ask for")),
                ("because", models.TextField(verbose_name="what speaks against it")),
                ("source_text", models.CharField(blank=True, max_length=200, verbose_name="where it was said")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("sent", "Waits for their choice"),
                            ("chosen", "Chosen"),
                            ("refused", "None of these"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("sent_at", models.DateTimeField(editable=False, null=True, verbose_name="sent")),
                ("words", models.TextField(blank=True, editable=False, verbose_name="in their words")),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tradeoffs",
                        to="clients.client",
                        verbose_name="client",
                    ),
                ),
                (
                    "constraint",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agreements.entry",
                        verbose_name="what bounds it",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tradeoffs",
                        to="clients.contact",
                        verbose_name="who chooses",
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
                    "decision",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agreements.entry",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="looked after by",
                    ),
                ),
            ],
            options={
                "verbose_name": "trade-off",
                "verbose_name_plural": "trade-offs",
                "abstract": False,
            },
            bases=(zhike.core.record.amending.Amendable, models.Model),
        ),
        migrations.CreateModel(
            name="Way",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="in a few words")),
                ("scope", models.TextField(blank=True, verbose_name="what is done")),
                ("on", models.DateField(blank=True, null=True, verbose_name="done by")),
                (
                    "amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="price"),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                ("consequences", models.TextField(verbose_name="what follows")),
                (
                    "tradeoff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ways", to="tradeoffs.tradeoff"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.AddField(
            model_name="tradeoff",
            name="chosen",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tradeoffs.way",
            ),
        ),
        migrations.AddIndex(
            model_name="tradeoff",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["custom"], name="tradeoff_custom", opclasses=["jsonb_path_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="tradeoff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "chosen"), _negated=True),
                    models.Q(("chosen__isnull", False), ("decision__isnull", False)),
                    _connector="OR",
                ),
                name="tradeoff_chosen",
            ),
        ),
    ]
