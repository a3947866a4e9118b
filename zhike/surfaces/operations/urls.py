"""Addresses of what administrators look at."""

from django.urls import path

from zhike.surfaces.operations import adoption_views, audit_views, views

urlpatterns = [
    path("settings/audit/", audit_views.audit, name="audit"),
    path("settings/audit/file/", audit_views.take, name="audit_take"),
    path("settings/use/", adoption_views.adoption, name="adoption"),
    path("feedback/", adoption_views.feedback, name="feedback"),
    path("settings/operations/", views.operations, name="operations"),
    path("settings/operations/retry/<int:pk>/", views.retry, name="operations_retry"),
]
