"""What was frozen never changes; nor is it deleted. The door is the timeline's."""

from django.db import migrations

FROZEN = ("project_id", "number", "content", "created_at")
SAME = " or ".join(f"old.{name} is distinct from new.{name}" for name in FROZEN)

REFUSE = f"""
create function zhike_refuse_other_charter() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('zhike.door', true), '') <> 'redaction' and ({SAME}) then
        raise exception 'a charter never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger charter_never_changes before update on charters_charter
    for each row execute function zhike_refuse_other_charter();
create trigger charter_never_deleted before delete on charters_charter
    for each row execute function zhike_refuse_change();
"""
UNREFUSE = """
drop trigger charter_never_deleted on charters_charter;
drop trigger charter_never_changes on charters_charter;
drop function zhike_refuse_other_charter();
"""


class Migration(migrations.Migration):
    dependencies = [("charters", "0001_first"), ("timeline", "0002_append_only")]
    operations = [migrations.RunSQL(REFUSE, UNREFUSE)]
