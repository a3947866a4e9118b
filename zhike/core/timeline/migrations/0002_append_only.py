"""Events are append-only, and each waits for delivery from the moment it is written.

The one audited door: `set local zhike.door = 'redaction'` for erasing a person, removing the demo or emptying a test
database.
"""

from django.db import migrations

REFUSE = """
create function zhike_refuse_change() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('zhike.door', true), '') <> 'redaction' then
        raise exception 'the timeline is append-only' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
end $$;
create trigger event_append_only before update or delete on timeline_event
    for each row execute function zhike_refuse_change();
create trigger event_never_truncated before truncate on timeline_event
    for each statement execute function zhike_refuse_change();
"""
UNREFUSE = """
drop trigger event_never_truncated on timeline_event;
drop trigger event_append_only on timeline_event;
drop function zhike_refuse_change();
"""
WAIT = """
create function zhike_await_delivery() returns trigger language plpgsql as $$
begin
    insert into timeline_undelivered (event_id) select id from told;
    perform pg_notify('zhike_events', '');
    return null;
end $$;
create trigger event_awaits_delivery after insert on timeline_event
    referencing new table as told for each statement execute function zhike_await_delivery();
"""
UNWAIT = """
drop trigger event_awaits_delivery on timeline_event;
drop function zhike_await_delivery();
"""


class Migration(migrations.Migration):
    dependencies = [("timeline", "0001_first")]
    operations = [migrations.RunSQL(REFUSE, UNREFUSE), migrations.RunSQL(WAIT, UNWAIT)]
