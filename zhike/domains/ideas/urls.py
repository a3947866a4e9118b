"""Addresses of ideas, beside their resource's."""

from django.urls import path

from zhike.domains.ideas import views

urlpatterns = [
    path("idea-outcomes/", views.outcomes, name="idea_outcomes"),
    path("settings/trials/", views.trial_budget, name="settings_trials"),
]
