"""The page of one mail that came in."""

from typing import Any

from zhike.core.files.models import Attachment
from zhike.core.pages.detail import DetailPage
from zhike.surfaces.channels.folding import fold
from zhike.surfaces.channels.models import Incoming


class IncomingPage(DetailPage):
    """What it says, why it lies here, and what may be done with it."""

    def context(self, record: Incoming) -> dict[str, Any]:
        said, folded = fold(record.text)
        files = Attachment.objects.on(record)
        return super().context(record) | {"said": said, "folded": folded, "files": files}
