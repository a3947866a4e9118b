"""The address of making a project after another one."""

from django.urls import path

from zhike.domains.projects.cloning import views

urlpatterns = [path("projects/<str:reference>/clone/", views.clone_project, name="project_clone")]
