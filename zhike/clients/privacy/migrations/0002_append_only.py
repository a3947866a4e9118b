"""That a person was erased is never changed nor taken away, as with events: see `timeline`'s second migration."""

from django.db import migrations

REFUSE = """
create trigger erasure_append_only before update or delete on privacy_erasure
    for each row execute function zhike_refuse_change();
create trigger erasure_never_truncated before truncate on privacy_erasure
    for each statement execute function zhike_refuse_change();
"""
UNREFUSE = """
drop trigger erasure_never_truncated on privacy_erasure;
drop trigger erasure_append_only on privacy_erasure;
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_first"), ("timeline", "0002_append_only")]
    operations = [migrations.RunSQL(REFUSE, UNREFUSE)]
