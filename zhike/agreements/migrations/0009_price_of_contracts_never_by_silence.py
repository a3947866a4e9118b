from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0008_held_promises"),
        ("clients", "0006_influence_and_attitude"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="entry",
            name="entry_never_by_silence",
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_how", "silence"), _negated=True),
                    models.Q(
                        ("amount", None),
                        ("supersedes", None),
                        models.Q(
                            (
                                "aspect__in",
                                (
                                    "deliverable",
                                    "exclusion",
                                    "revisions",
                                    "fee",
                                    "contract",
                                    "total",
                                    "period",
                                    "payment",
                                    "budget",
                                    "cost",
                                ),
                            ),
                            _negated=True,
                        ),
                        models.Q(("unit__in", ("rounds", "pieces")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="entry_never_by_silence",
            ),
        ),
    ]
