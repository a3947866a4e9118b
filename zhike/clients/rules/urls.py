"""Addresses of the rule editor."""

from django.urls import path

from zhike.clients.rules import views

urlpatterns = [
    path("rules/edit/<slug:name>/", views.edit, name="rule_edit"),
    path("rules/count/<slug:name>/", views.count, name="rule_count"),
]
