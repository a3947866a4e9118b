"""Addresses of charters, beside their resource's."""

from django.urls import path

from zhike.domains.projects.baselines.charters import views

urlpatterns = [path("charters/<str:reference>/ask/", views.ask_to_confirm, name="charter_ask")]
