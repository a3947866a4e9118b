"""Addresses of baselines, beside their resource's."""

from django.urls import path

from zhike.domains.projects.baselines import views

urlpatterns = [
    path("projects/<str:reference>/drift/", views.plan_against_actual, name="project_drift"),
    path("baselines/<str:reference>/ask/", views.ask_to_confirm, name="baseline_ask"),
]
