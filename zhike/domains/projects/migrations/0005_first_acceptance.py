"""The day on which each deliverable was first accepted; of those that were, the day of their first accepted version."""

from django.db import migrations, models

TAKE_OVER = """
update projects_deliverable set accepted_on = first.accepted
from (
    select deliverable_id, min(answered_at)::date as accepted from projects_version
    where answer = 'accepted' group by deliverable_id
) as first where first.deliverable_id = projects_deliverable.id
"""


class Migration(migrations.Migration):
    dependencies = [("projects", "0004_rate_once_in_words")]
    operations = [
        migrations.AddField(
            model_name="deliverable",
            name="accepted_on",
            field=models.DateField(editable=False, null=True, verbose_name="first accepted"),
        ),
        migrations.RunSQL(TAKE_OVER, migrations.RunSQL.noop),
    ]
