"""Addresses of conversations, beside their resource's."""

from django.urls import path

from zhike.domains.conversations import views

urlpatterns = [
    path("conversations/chat/", views.chat, name="paste_chat"),
    path("conversations/recalled/<int:pk>/", views.settle_recalled, name="settle_recalled"),
    path("conversations/promises/", views.offered_promises, name="offered_promises"),
]
