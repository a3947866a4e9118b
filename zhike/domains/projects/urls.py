"""Addresses of projects, beside their resources'."""

from django.urls import path

from zhike.domains.projects import views

urlpatterns = [
    path("projects/<str:reference>/add-task/", views.add_task, name="project_add_task"),
]
