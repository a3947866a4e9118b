"""Long work that is started from the set-up."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.jobs.kinds import runner
from zhike.core.jobs.progress import Progress
from zhike.core.lifecycle.policies import may_administer


@runner("demo.build", label=_("Build the demo company"), may=may_administer)
def build_demo(progress: Progress) -> dict[str, Any]:
    """All or nothing; run again after a crash, it finds it there already."""
    from zhike.core.access.preferences import change_company, company
    from zhike.surfaces.exchange import demo

    name = company().name
    if not demo.is_built():
        demo.build(lambda _sentence: None)
        change_company(by=progress.job.started_by, name=name)  # the demo brings its own
    return {"says": gettext("The demo company is there, beside your own people."), "url": "/clients/"}
