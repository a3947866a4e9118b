"""What a client is told of a difficulty, in the language of whoever hears it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import spoken
from zhike.core.base.languages import language_for
from zhike.core.ui.dates import dated_words
from zhike.domains.projects.risks.choices import Kind
from zhike.domains.projects.risks.models.option import in_full


def draft(risk: Any, options: Sequence[Any], contact: Any) -> dict[str, str]:
    """`text` in their language, its `twin` with which of both `prevails`: what it is, where it comes from, what it
    means, and among what they may choose.
    """
    read, project = spoken(risk), spoken(risk.project)
    ways = read.all_of(options)
    made_of = [*project.called_by(), *read.say_of(), *(said for one in ways for said in one.say_of())]
    return in_both(contact, lambda: _letter(read, project, ways, contact), made_of)


def subject_for(risk: Any, contact: Any) -> str:
    """Of the letter that tells of it."""
    with override(language_for(contact)):
        told = {"what": spoken(risk).title, "project": str(spoken(risk.project))}
        return _("%(project)s: %(what)s") % told


def _letter(risk: Any, project: Any, ways: Sequence[Any], contact: Any) -> str:
    told = {"what": risk.title, "project": str(project), "who": contact.called}
    parts = [_("Hello %(who)s,") % told, _beginning(risk) % told, *_facts(risk), _options(ways), _end(risk)]
    return "\n\n".join(one for one in parts if one)


def _beginning(risk: Any) -> str:
    if risk.kind == Kind.PROBLEM:
        return _("something has come up in “%(project)s” that you should know at once: %(what)s")
    return _("we see something coming in “%(project)s” and would rather tell you early: %(what)s")


def _facts(risk: Any) -> list[str]:
    lines = []
    if risk.cause:
        lines.append(_("Where it comes from: %(text)s") % {"text": risk.cause})
    if risk.effect:
        lines.append(_("What it means: %(text)s") % {"text": risk.effect})
    if risk.kind == Kind.RISK:
        said = {"likelihood": risk.get_likelihood_display(), "impact": risk.get_impact_display()}
        lines.append(_("How we judge it: likelihood “%(likelihood)s”, impact “%(impact)s”.") % said)
    return ["\n\n".join(lines)] if lines else []


def _options(options: Sequence[Any]) -> str:
    numbered = [f"{number}. {in_full(one)}" for number, one in enumerate(options, start=1)]
    return _("What can be done:") + "\n\n" + "\n".join(numbered)


def _end(risk: Any) -> str:
    if risk.due_on:
        return _("Which would you prefer? Please let us know by %(day)s.") % {"day": dated_words(risk.due_on)}
    return _("Which would you prefer?")
