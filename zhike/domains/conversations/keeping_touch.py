"""When each plan was last kept: the day of the last conversation that fits its project, channel and contact."""

from collections.abc import Collection

from django.conf import settings
from django.db import connection

from zhike.clients.plans.keeping import refresh
from zhike.clients.plans.models import CHANNEL_OF, Plan

KINDS = " ".join(f"when '{channel}' then '{kind}'" for kind, channel in CHANNEL_OF.items())
LAST = f"""
update plans_plan p set last_on = found.day
from (
    select one.id, (last.happened_at at time zone %s)::date as day
    from plans_plan one
    left join lateral (
        select said.happened_at from conversations_conversation said
        where said.client_id = one.client_id and said.kind <> 'note' and said.archived_at is null
            and (one.channel = '' or said.kind = case one.channel {KINDS} end)
            and (one.project_id is null or said.project_id = one.project_id)
            and (one.contact_id is null or exists (
                select 1 from conversations_conversation_contacts who
                where who.conversation_id = said.id and who.contact_id = one.contact_id))
        order by said.happened_at desc limit 1
    ) last on true
    where one.client_id = any(%s)
) found
where p.id = found.id and p.last_on is distinct from found.day
"""


def keep_plans_of(clients: Collection[int]) -> None:
    """Set the last contact of these clients' plans in one statement, then the next one."""
    with connection.cursor() as cursor:
        cursor.execute(LAST, [settings.TIME_ZONE, sorted(clients)])
    refresh(Plan.objects.filter(client__in=clients))
