"""Every address. Resources bring their own: see zhike/core/pages/urls.py."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("", include("zhike.surfaces.console.urls")),
    path("", include("zhike.core.pages.urls")),
]
