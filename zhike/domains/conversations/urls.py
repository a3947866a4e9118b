"""Addresses of conversations, beside their resource's."""

from django.urls import path

from zhike.domains.conversations import views

urlpatterns = [
    path("conversations/chat/", views.chat, name="paste_chat"),
    path("conversations/promises/", views.offered_promises, name="offered_promises"),
]
