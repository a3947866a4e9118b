"""Long work that is started from the settings."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.jobs.kinds import runner
from zhike.core.jobs.progress import Progress
from zhike.core.lifecycle.policies import may_administer


@runner("demo.remove", label=_("Remove demo data"), may=may_administer)
def remove_demo(progress: Progress) -> dict[str, Any]:
    """All or nothing; run again after a crash, it finds nothing left to do."""
    from zhike.surfaces.exchange import demo

    if demo.is_built():
        demo.remove(lambda _sentence: None)
    return {"says": gettext("The demo data is gone.")}
