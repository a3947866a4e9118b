"""What makes the work with a client hard, for programs and assistants: `/api/v1/clients/CL-1/friction`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements.readings import TEXT, made_of
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.friction import counts_of

NUMBER, YES = {"type": "number"}, {"type": "boolean"}
COUNT = made_of(
    {"name": TEXT, "label": TEXT, "number": NUMBER, "usual": NUMBER, "stands_out": YES, "helps": TEXT, "list": TEXT}
)


@reading(
    "clients.client", "friction", label=_("What makes the work hard"), tells=("clients",),
    schema=made_of({"data": {"type": "array", "items": COUNT}}),
    about="What happened with a client in the last thirteen weeks that makes the work hard, counted from the records "
    "that the caller sees: how often, how often half of the clients do at most (`usual`), whether it is far more than "
    "that, what helps, and the address of the list.",
)  # fmt: skip
def of_client(client: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "data": [
            {
                "name": one.rub.name, "label": str(one.rub.label), "number": one.number, "usual": one.usual,
                "stands_out": one.stands_out, "helps": str(one.rub.helps), "list": one.url,
            }
            for one in counts_of(client, Asked(reader.user, {}))
        ]
    }  # fmt: skip
