"""Addresses of requirements, beside their resource's."""

from django.urls import path

from zhike.domains.requirements import views

urlpatterns = [path("requirement-clearness/", views.clearness, name="requirement_clearness")]
