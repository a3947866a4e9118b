"""Addresses of quality, beside its resources'."""

from django.urls import path

from zhike.domains.projects.quality import views

urlpatterns = [
    path("projects/<str:reference>/quality/", views.project_quality, name="project_quality"),
    path("deliverables/<str:reference>/all-the-same/", views.show_all_the_same, name="deliverable_all_the_same"),
]
