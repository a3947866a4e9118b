"""What was frozen never changes; nor is it deleted. The door is the timeline's."""

from django.db import migrations

FROZEN = ("project_id", "number", "frozen_on", "reason", "content", "created_at")
SAME = " or ".join(f"old.{name} is distinct from new.{name}" for name in FROZEN)

REFUSE = f"""
create function zhike_refuse_other_plan() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('zhike.door', true), '') <> 'redaction' and ({SAME}) then
        raise exception 'a baseline never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger baseline_never_changes before update on baselines_baseline
    for each row execute function zhike_refuse_other_plan();
create trigger baseline_never_deleted before delete on baselines_baseline
    for each row execute function zhike_refuse_change();
"""
UNREFUSE = """
drop trigger baseline_never_deleted on baselines_baseline;
drop trigger baseline_never_changes on baselines_baseline;
drop function zhike_refuse_other_plan();
"""


class Migration(migrations.Migration):
    dependencies = [("baselines", "0001_first"), ("timeline", "0002_append_only")]
    operations = [migrations.RunSQL(REFUSE, UNREFUSE)]
