"""Every address. Resources bring their own: see zhike/core/pages/urls.py."""

from django.urls import include, path
from django.views.generic import RedirectView

from zhike.config import health
from zhike.core.access import sign_on_door
from zhike.surfaces.beginning.gate import to_the_gate

urlpatterns = [
    path("", include("zhike.core.ui.urls")),
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("api/", include("zhike.surfaces.api.urls")),
    path("account/login/", to_the_gate, name="account_login"),
    path("account/2fa/", RedirectView.as_view(pattern_name="my_sign_in")),
    path("account/2fa/webauthn/", RedirectView.as_view(pattern_name="my_sign_in")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/sign-on/", RedirectView.as_view(pattern_name="my_sign_in"), name="socialaccount_connections"),
    path("account/sign-on/", include("allauth.socialaccount.urls")),
    path("account/oidc/company/login/", sign_on_door.begin),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("account/", include("allauth.account.urls")),
    path("", include("zhike.core.files.urls")),
    path("", include("zhike.core.documents.urls")),
    path("", include("zhike.core.links.urls")),
    path("", include("zhike.core.jobs.urls")),
    path("", include("zhike.core.todos.urls")),
    path("", include("zhike.core.discussion.urls")),
    path("", include("zhike.core.notify.urls")),
    path("", include("zhike.core.mail.urls")),
    path("", include("zhike.core.search.urls")),
    path("", include("zhike.clients.playbooks.urls")),
    path("", include("zhike.domains.conversations.urls")),
    path("", include("zhike.domains.meetings.urls")),
    path("", include("zhike.domains.projects.urls")),
    path("", include("zhike.domains.projects.forecasts.urls")),
    path("", include("zhike.clients.stages.urls")),
    path("", include("zhike.clients.rules.urls")),
    path("", include("zhike.clients.segments.urls")),
    path("", include("zhike.clients.duplicates.urls")),
    path("", include("zhike.clients.merging.urls")),
    path("", include("zhike.clients.tiers.urls")),
    path("", include("zhike.clients.private_notes.urls")),
    path("", include("zhike.clients.privacy.urls")),
    path("", include("zhike.clients.dates.urls")),
    path("", include("zhike.clients.snippets.urls")),
    path("", include("zhike.insight.analytics.urls")),
    path("", include("zhike.surfaces.channels.urls")),
    path("", include("zhike.surfaces.operations.urls")),
    path("", include("zhike.surfaces.beginning.urls")),
    path("", include("zhike.surfaces.tour.urls")),
    path("", include("zhike.agreements.urls")),
    path("", include("zhike.agreements.contracts.urls")),
    path("", include("zhike.agreements.rules.urls")),
    path("", include("zhike.surfaces.exchange.urls")),
    path("", include("zhike.surfaces.console.urls")),
    path("", include("zhike.core.pages.urls")),
]
