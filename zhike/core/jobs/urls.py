"""Addresses of jobs."""

from django.urls import path

from zhike.core.jobs import views

urlpatterns = [
    path("jobs/", views.all_jobs, name="jobs"),
    path("jobs/<int:pk>/", views.one_job, name="job"),
    path("jobs/<int:pk>/progress/", views.progress, name="job_progress"),
    path("jobs/<int:pk>/cancel/", views.cancel, name="job_cancel"),
]
