from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clients", "0006_influence_and_attitude"),
        ("contracts", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="contract",
            name="contract_ending",
        ),
        migrations.AddField(
            model_name="contract",
            name="runs_until",
            field=models.DateField(editable=False, null=True, verbose_name="runs until"),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(
                condition=models.Q(("in_force", None), _negated=True), fields=["runs_until"], name="contract_ending"
            ),
        ),
        migrations.RunSQL(
            "update contracts_contract set runs_until = ends_on where in_force_id is not null", migrations.RunSQL.noop
        ),
    ]
