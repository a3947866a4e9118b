from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0007_answer_hours")]

    operations = [
        migrations.AddField(
            model_name="company",
            name="exporters",
            field=models.CharField(
                choices=[
                    ("all", "everyone, readers too"),
                    ("staff", "everyone but readers"),
                    ("managers", "managers and administrators"),
                    ("admins", "administrators"),
                ],
                default="staff",
                max_length=10,
                verbose_name="may export",
            ),
        ),
        migrations.AddField(
            model_name="company",
            name="plain_to",
            field=models.CharField(
                choices=[
                    ("owners", "managers, and owners for their own clients"),
                    ("all", "everyone who may export"),
                ],
                default="owners",
                max_length=10,
                verbose_name="see phones and e-mails in exports",
            ),
        ),
    ]
