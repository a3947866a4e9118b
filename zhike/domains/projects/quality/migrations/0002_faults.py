"""Defects that were found after the client had accepted; of those that are there, by the days of both."""

from django.db import migrations, models

TAKE_OVER = """
update quality_defect set is_fault = true from projects_deliverable
where projects_deliverable.id = quality_defect.deliverable_id
and quality_defect.created_at::date > projects_deliverable.accepted_on
"""


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_first_acceptance"), ("quality", "0001_first")]
    operations = [
        migrations.AddField(
            model_name="defect",
            name="is_fault",
            field=models.BooleanField(default=False, editable=False, verbose_name="found after acceptance"),
        ),
        migrations.RunSQL(TAKE_OVER, migrations.RunSQL.noop),
    ]
