"""The address of what-if."""

from django.urls import path

from zhike.domains.projects.whatif import views

urlpatterns = [path("projects/<str:reference>/what-if/", views.what_if, name="project_what_if")]
