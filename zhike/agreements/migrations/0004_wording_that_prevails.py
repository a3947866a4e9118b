"""Which of two wordings prevails: it is sealed with the words, and changes as little as they do."""

from django.db import migrations, models

WORDS = (
    "kind, side, text, subject, aspect, measure, question, alternatives, reason, due_on, due_time, valid_from, "
    "valid_until, said_at, number, importance, level, quantity, unit, amount, currency, quote, source_text, twin, "
    "created_at"
)


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


class Migration(migrations.Migration):
    dependencies = [("agreements", "0003_replaced_once")]
    operations = [
        migrations.AddField(
            model_name="entry",
            name="prevails",
            field=models.CharField(
                blank=True,
                choices=[("zh", "The Chinese one"), ("en", "The English one"), ("both", "Both alike")],
                db_default="",
                default="",
                max_length=4,
                verbose_name="wording that prevails",
            ),
        ),
        migrations.RunSQL(_refuse(f"{WORDS}, prevails"), _refuse(WORDS)),
    ]
