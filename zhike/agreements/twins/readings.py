"""The texts of a record in both languages, for programs and assistants: `/api/v1/tradeoffs/TO-1/wordings`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.choices import Prevails
from zhike.agreements.readings import TEXT, made_of, one_of
from zhike.agreements.twins.models import Changed, Language, Twin
from zhike.agreements.twins.twinned import twinned_models
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.core.resources.registry import resource_of

WORDING = made_of(
    {
        "of": TEXT, "label": TEXT, "text": TEXT, "twin": TEXT, "twin_language": one_of(["", *Language]),
        "prevails": one_of(["", *Prevails]), "changed": one_of(["", *filter(None, Changed.values)]),
    }
)  # fmt: skip


def wordings(record: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    twins = {one.key: one for one in Twin.objects.on(record)}
    return {"data": [_told(text, twins.get(text.key)) for text in record.texts()]}


def _told(text: Any, twin: Twin | None) -> dict[str, Any]:
    alone = {"of": text.key, "label": text.label, "text": text.words}
    if twin is None:
        return alone | dict.fromkeys(("twin", "twin_language", "prevails", "changed"), "")
    return alone | {
        "twin": twin.text, "twin_language": twin.language, "prevails": twin.prevails,
        "changed": str(twin.changed(text.words)),
    }  # fmt: skip


for _model in twinned_models():
    if _resource := resource_of(_model):
        reading(
            _resource.record_type, "wordings", label=gettext_lazy("In two languages"), tells=(_resource.name,),
            schema=made_of({"data": {"type": "array", "items": WORDING}}),
            about="The texts of a record that clients read, each beside its twin in the other language (empty: none), "
            "which wording prevails (empty: the text), and which of both was `changed` since they said the same. `of` "
            "is the name that the steps write_twin and drop_twin take.",
        )(wordings)  # fmt: skip
