"""Addresses of iterations, beside their resource's."""

from django.urls import path

from zhike.domains.projects.iterations import views

urlpatterns = [
    path("iterations/<str:reference>/tasks/", views.change_tasks, name="iteration_tasks"),
    path("iterations/<str:reference>/ask/", views.ask_to_accept, name="iteration_ask"),
]
