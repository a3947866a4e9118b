"""Quiet hours and channels agreed: sealed with the words, and changing as little as they do."""

import django.contrib.postgres.fields
from django.db import migrations, models

WORDS = (
    "kind, side, text, subject, aspect, measure, question, alternatives, reason, due_on, due_time, valid_from, "
    "valid_until, said_at, number, importance, level, quantity, unit, amount, currency, quote, source_text, twin, "
    "created_at, prevails"
)
HOURS = "hours_from, hours_until, weekdays, channels"


def _refuse(words: str) -> str:
    """The trigger's function, with these columns."""
    old, new = (", ".join(f"{row}.{word.strip()}" for word in words.split(",")) for row in ("old", "new"))
    return f"""
create or replace function zhike_refuse_other_words() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('zhike.door', true), '') <> 'redaction'
        and row({old}) is distinct from row({new}) then
        raise exception 'the words of an agreement never change' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
"""


def _several(label: str, one: models.CharField) -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(
        base_field=one, blank=True, db_default=[], default=list, size=None, verbose_name=label
    )


CHANNELS = [
    ("phone", "Phone"), ("mail", "E-mail"), ("wechat", "WeChat"), ("video", "Video call"), ("visit", "In person"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("agreements", "0005_what_is_remembered")]
    operations = [
        migrations.AddField("entry", "hours_from", models.TimeField(blank=True, null=True, verbose_name="from")),
        migrations.AddField("entry", "hours_until", models.TimeField(blank=True, null=True, verbose_name="until")),
        migrations.AddField("entry", "weekdays", _several("on", models.CharField(max_length=3))),
        migrations.AddField(
            "entry", "channels", _several("channels agreed", models.CharField(choices=CHANNELS, max_length=10))
        ),
        migrations.RunSQL(_refuse(f"{WORDS}, {HOURS}"), _refuse(WORDS)),
    ]
