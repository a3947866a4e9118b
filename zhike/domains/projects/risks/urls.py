"""Addresses of risks, beside their resource's."""

from django.urls import path

from zhike.domains.projects.risks import views

urlpatterns = [
    path("projects/<str:reference>/risks/", views.project_risks, name="project_risks"),
    path("risks/<str:reference>/tell/", views.tell_client, name="risk_tell"),
]
