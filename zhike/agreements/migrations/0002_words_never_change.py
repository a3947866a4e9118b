"""Acts are only ever added, and the words of an entry never change; nor is one deleted.

The door is the timeline's: `set local zhike.door = 'redaction'`.
"""

from django.db import migrations

WORDS = (
    "kind, side, text, subject, aspect, measure, question, alternatives, reason, due_on, due_time, valid_from, "
    "valid_until, said_at, number, importance, level, quantity, unit, amount, currency, quote, source_text, twin, created_at"
)


def _row(name: str) -> str:
    return ", ".join(f"{name}.{word.strip()}" for word in WORDS.split(","))


REFUSE = f"""
create function zhike_refuse_other_words() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('zhike.door', true), '') <> 'redaction'
        and row({_row("old")}) is distinct from row({_row("new")}) then
        raise exception 'the words of an agreement never change' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger entry_keeps_its_words before update on agreements_entry
    for each row execute function zhike_refuse_other_words();
create trigger entry_never_deleted before delete on agreements_entry
    for each row execute function zhike_refuse_change();
create trigger act_append_only before update or delete on agreements_act
    for each row execute function zhike_refuse_change();
create trigger act_never_truncated before truncate on agreements_act
    for each statement execute function zhike_refuse_change();
"""
UNREFUSE = """
drop trigger act_never_truncated on agreements_act;
drop trigger act_append_only on agreements_act;
drop trigger entry_never_deleted on agreements_entry;
drop trigger entry_keeps_its_words on agreements_entry;
drop function zhike_refuse_other_words();
"""


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_first"), ("timeline", "0002_append_only")]
    operations = [migrations.RunSQL(REFUSE, UNREFUSE)]
