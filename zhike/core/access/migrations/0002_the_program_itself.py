"""The program's own user and the shared cache's table."""

from django.db import migrations

USER = """
insert into access_user (email, name, role, is_system, is_active, password, language, time_zone, theme, version, custom)
values ('system@zhike.invalid', 'Zhike', 'member', true, true, '!', '', '', '', 1, '{}')
"""
CACHE = """
create table cache (cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
create index cache_expires on cache (expires)
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_first")]
    operations = [
        migrations.RunSQL(USER, "delete from access_user where is_system"),
        migrations.RunSQL(CACHE, "drop table cache"),
    ]
