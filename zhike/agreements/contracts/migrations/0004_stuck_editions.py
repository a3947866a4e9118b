from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0003_lines_of_the_head"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="stuck_at",
            field=models.DateTimeField(null=True),
        ),
    ]
