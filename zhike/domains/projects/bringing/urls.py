"""Addresses of bringing in a plan."""

from django.urls import path

from zhike.domains.projects.bringing import views

urlpatterns = [
    path("projects/<str:reference>/plan-from-file/", views.begin, name="plan_from_file"),
    path("projects/<str:reference>/plan-from-file/<str:file>/", views.preview, name="plan_from_file_preview"),
]
