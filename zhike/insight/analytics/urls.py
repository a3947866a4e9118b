"""Addresses of the figures."""

from django.urls import path

from zhike.insight.analytics import views

urlpatterns = [
    path("figures/", views.index, name="figures"),
    path("figures/<slug:picture>.csv", views.as_file, name="figures_file"),
    path("figures/<slug:picture>/", views.one, name="figures_one"),
]
