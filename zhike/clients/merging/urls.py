"""Merging two records, and taking them apart."""

from django.urls import path

from zhike.clients.merging import views

urlpatterns = [
    path("merge/<str:reference>/", views.preview, name="merge_preview"),
    path("merges/<int:pk>/", views.take_apart, name="merge"),
]
