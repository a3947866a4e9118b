"""Notices are only ever added: what was said to a client is not unsaid."""

from django.db import migrations

REFUSE = """
create trigger notice_append_only before update or delete on silence_notice
    for each row execute function zhike_refuse_change();
create trigger notice_never_truncated before truncate on silence_notice
    for each statement execute function zhike_refuse_change();
"""
UNREFUSE = """
drop trigger notice_never_truncated on silence_notice;
drop trigger notice_append_only on silence_notice;
"""


class Migration(migrations.Migration):
    dependencies = [("silence", "0001_first"), ("timeline", "0002_append_only")]
    operations = [migrations.RunSQL(REFUSE, UNREFUSE)]
