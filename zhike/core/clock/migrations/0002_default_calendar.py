"""The calendar that counts where nobody chose another: office hours where the installation stands."""

from typing import Any

from django.conf import settings
from django.db import migrations


def make(apps: Any, _editor: Any) -> None:
    calendars = apps.get_model("clock.Calendar").objects
    calendars.create(name="Office hours", zone=settings.TIME_ZONE, region=settings.REGION, is_default=True)


def remove(apps: Any, _editor: Any) -> None:
    apps.get_model("clock.Calendar").objects.filter(is_default=True).delete()


class Migration(migrations.Migration):
    dependencies = [("clock", "0001_first")]
    operations = [migrations.RunPython(make, remove)]
