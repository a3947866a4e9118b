"""The address of a project's forecast."""

from django.urls import path

from zhike.domains.projects.forecasts import views

urlpatterns = [path("projects/<str:reference>/forecast/", views.forecast, name="project_forecast")]
