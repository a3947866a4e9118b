"""Addresses of private notes."""

from django.urls import path

from zhike.clients.private_notes import views

urlpatterns = [
    path("private/<str:reference>/", views.on_record, name="private_note_add"),
    path("private/<str:reference>/<int:pk>/", views.on_record, name="private_note_change"),
    path("private/<str:reference>/<int:pk>/remove/", views.remove, name="private_note_remove"),
]
