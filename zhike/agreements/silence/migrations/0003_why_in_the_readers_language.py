from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("silence", "0002_notices_only_added")]

    operations = [
        migrations.AlterField(
            model_name="wait",
            name="why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("nobody", "Nobody answered."),
                    ("approval", "It needs an approval of ours first."),
                    ("never", "Price, scope and changes of what was agreed need a clear yes."),
                    ("rule", "What was arranged about silence no longer holds."),
                    ("notices", "Not every notice went out."),
                    ("arrived", "A notice did not arrive."),
                ],
                editable=False,
                max_length=300,
                verbose_name="why",
            ),
        )
    ]
