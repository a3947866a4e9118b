"""Migrations of an installation with hundreds of models, in a seventh of Django's time.

Before each operation Django makes all models anew that hang together with the one it changes. Here nearly all hang
together by way of people and clients, so that every new table makes every migration slower. See docs/decisions/0006.
"""

from django.db.migrations.state import ProjectState


def render_what_changed() -> None:
    """Let migrations make anew the one model that grew, and all of them only where fields change or go.

    A migration that runs Python gets all models made anew beforehand, as Django does after any delay.
    """
    ProjectState.reload_model = _reload_model  # type: ignore[method-assign]


def _reload_model(self: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    """In the place of Django's; `delay` says that no relation is concerned."""
    if "apps" not in vars(self):  # not made yet: they will be made from what stands then
        return
    if delay or _only_grew(self, app_label, model_name):
        self.is_delayed = True
        self._reload({(app_label, model_name)})  # type: ignore[attr-defined]
    else:
        del vars(self)["apps"]


def _only_grew(state: ProjectState, app_label: str, model_name: str) -> bool:
    """Whether the model is new, or has all the fields it was made with and more."""
    try:
        made = state.apps.get_model(app_label, model_name)._meta
    except LookupError:
        return True
    had = {field.name for field in (*made.local_fields, *made.local_many_to_many)}
    return had < set(state.models[app_label, model_name].fields)
