"""Addresses of documents."""

from django.urls import path

from zhike.core.documents import views

urlpatterns = [path("documents/<str:reference>/<slug:name>.pdf", views.pdf, name="document")]
