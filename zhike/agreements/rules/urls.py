"""Addresses of the rules of engagement."""

from django.urls import path

from zhike.agreements.rules import views

urlpatterns = [
    path("clients/<str:reference>/rules/", views.rules, name="client_rules"),
    path("clients/<str:reference>/rules/rounds/", views.rounds, name="client_rounds"),
    path("clients/<str:reference>/rules/rounds/<int:pk>/back/", views.take_back, name="take_round_back"),
    path("clients/<str:reference>/rules/round/", views.note_round, name="note_round"),
]
