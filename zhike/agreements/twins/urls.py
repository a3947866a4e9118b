"""Addresses of texts in two languages."""

from django.urls import path

from zhike.agreements.twins import views

urlpatterns = [
    path("twins/", views.behind, name="twins_behind"),
    path("twins/<str:reference>/", views.on_record, name="twins"),
]
