"""What the palette offers about import."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.resources.registry import RESOURCES
from zhike.core.search.actions import Action, register_action

register_action(Action(_("Imports"), "exchange:list", "in", words="csv excel 导入记录 撤销导入", may=may_work))
for resource in RESOURCES.values():
    if resource.importable:
        register_action(
            Action(
                format_lazy(_("Import {things}"), things=resource.model._meta.verbose_name_plural),
                "exchange:start",
                "in",
                words="csv excel 导入 上传",
                args=(resource.name,),
                may=may_work,
            )
        )
