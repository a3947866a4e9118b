"""Addresses of what administrators look at."""

from django.urls import path

from zhike.surfaces.operations import audit_views, views

urlpatterns = [
    path("settings/audit/", audit_views.audit, name="audit"),
    path("settings/audit/file/", audit_views.take, name="audit_take"),
    path("settings/operations/", views.operations, name="operations"),
    path("settings/operations/retry/<int:pk>/", views.retry, name="operations_retry"),
]
