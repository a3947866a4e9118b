"""Addresses of requirements, beside their resource's."""

from django.urls import path

from zhike.domains.requirements import map_views, views
from zhike.domains.requirements.ranking_views import ranking

urlpatterns = [
    path("requirement-clearness/", views.clearness, name="requirement_clearness"),
    path("projects/<str:reference>/ranking/", ranking, name="project_ranking"),
    path("projects/<str:reference>/map/", map_views.story_map, name="project_story_map"),
    path("projects/<str:reference>/map/activity/", map_views.add_activity, name="story_map_activity"),
    path("activities/<str:reference>/order/", map_views.order_activity, name="story_map_order"),
    path("requirements/<str:reference>/place/", map_views.place, name="requirement_place"),
    path("settings/ranking/", ranking, name="settings_ranking"),
]
