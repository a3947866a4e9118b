"""Many at once: up to 1,000 acts on one kind of record, each with a result of its own."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext

from zhike.surfaces.api.endpoint import Endpoint
from zhike.surfaces.api.problems import Problem, problem_of
from zhike.surfaces.api.records import add, amend, seen, take

MOST = 1_000
ACTS = ("add", "amend", "step")


class Bulk(Endpoint):
    """`{"acts": [{"act": "add", "values": {…}}, {"act": "amend", "reference": "CL-1", "version": 3, "values": {…}},
    {"act": "step", "reference": "CL-1", "step": "archive"}]}`. One that fails leaves the others as they are."""

    def post(self, request: HttpRequest) -> Any:
        acts = self.body.get("acts") if isinstance(self.body, dict) else None
        if not isinstance(acts, list) or not all(isinstance(one, dict) for one in acts):
            raise Problem("not-understood", gettext("Send an object with “acts”: a list of objects."))
        if len(acts) > MOST:
            raise Problem("too-large", gettext("At most %(most)d acts at once.") % {"most": MOST})
        return {"results": [self.result(act) for act in acts]}

    def result(self, act: dict[str, Any]) -> dict[str, Any]:
        """Its record's reference and version, or its problem. Each act is a transaction of its own."""
        try:
            with transaction.atomic():
                record = self.perform(act)
        except Exception as error:
            problem = problem_of(error)
            if problem is None:
                raise
            return {"status": problem.status, "problem": problem.told()}
        status = 201 if act.get("act") == "add" else 200
        return {"status": status, "id": record.pk, "reference": record.reference, "version": record.version}

    def perform(self, act: dict[str, Any]) -> Any:
        kind, values, by = act.get("act"), act.get("values", {}), self.request.user
        if kind not in ACTS:
            raise Problem("not-understood", gettext("“act” is add, amend or step."))
        if kind == "add":
            return add(self.resource, values, by=by)
        record = seen(self.resource, str(act.get("reference", "")), by)
        version = _version(act)
        if kind == "step":
            take(self.resource, record, str(act.get("step", "")), values, by=by, version=version)
        elif version is None:
            raise Problem("no-version", gettext("Send the version that you read."))
        else:
            amend(self.resource, record, values, by=by, version=version)
        return record


def _version(act: dict[str, Any]) -> int | None:
    """Raises Problem for anything but a whole number: no version that was sent goes unheeded."""
    said = act.get("version")
    if said is not None and (not isinstance(said, int) or isinstance(said, bool)):
        raise Problem("not-understood", gettext("“version” is a whole number."))
    return said
