"""Addresses of conversations, beside their resource's."""

from django.urls import path

from zhike.domains.conversations import views
from zhike.domains.conversations.reversals import reversals

urlpatterns = [
    path("clients/<str:reference>/reversals/", reversals, name="reversals"),
    path("conversations/chat/", views.chat, name="paste_chat"),
    path("conversations/recalled/<int:pk>/", views.settle_recalled, name="settle_recalled"),
    path("conversations/promises/", views.offered_promises, name="offered_promises"),
]
