"""Found from the palette at any time."""

from django.utils.translation import gettext_lazy as _

from zhike.core.search.actions import Action, register_action
from zhike.surfaces.tour import guiding  # noqa: F401  (the card on the pages)

register_action(Action(_("Look round"), "tour", "eye", words="tour help guide introduction 导览 帮助 新手"))
