"""Addresses of trade-offs, beside their resource's."""

from django.urls import path

from zhike.agreements.tradeoffs import views

urlpatterns = [path("tradeoffs/<str:reference>/ways/<int:way>/", views.change_way, name="tradeoff_way")]
