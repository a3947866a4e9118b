"""Addresses of the strategy; its editions' own pages are generated."""

from django.urls import path

from zhike.insight.strategy import views

urlpatterns = [
    path("strategy/", views.now, name="strategy"),
    path("strategy/<str:reference>/changes/", views.against, name="strategy_against"),
]
