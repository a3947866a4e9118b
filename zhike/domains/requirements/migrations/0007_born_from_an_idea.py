"""What was born from an idea says so."""

from django.db import migrations, models

SOURCES = [
    ("talk", "Conversation"), ("meeting", "Meeting"), ("interview", "Interview"), ("answers", "Questionnaire"),
    ("paper", "Document"), ("trial", "Trying a prototype"), ("idea", "Idea"),
]  # fmt: skip


def say_so(apps, _schema):
    known = apps.get_model("requirements", "Requirement").objects
    known.filter(source="trial", source_type="ideas.idea").update(source="idea")


def say_as_before(apps, _schema):
    apps.get_model("requirements", "Requirement").objects.filter(source="idea").update(source="trial")


class Migration(migrations.Migration):
    dependencies = [("requirements", "0006_ambiguity_when_heard")]
    operations = [
        migrations.AlterField(
            model_name="requirement",
            name="source",
            field=models.CharField(choices=SOURCES, default="talk", max_length=9, verbose_name="heard in"),
        ),
        migrations.RunPython(say_so, say_as_before),
    ]
