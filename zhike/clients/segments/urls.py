"""Addresses of segments beside the generated ones."""

from django.urls import path

from zhike.clients.segments import views

urlpatterns = [path("compare-segments/", views.compare, name="compare_segments")]
