"""Addresses of requirements, beside their resource's."""

from django.urls import path

from zhike.domains.requirements import views
from zhike.domains.requirements.ranking_views import ranking

urlpatterns = [
    path("requirement-clearness/", views.clearness, name="requirement_clearness"),
    path("projects/<str:reference>/ranking/", ranking, name="project_ranking"),
    path("settings/ranking/", ranking, name="settings_ranking"),
]
