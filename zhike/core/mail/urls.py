"""The mailbox; the pages of letters are generated."""

from django.urls import path

from zhike.core.mail import views

urlpatterns = [
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/<str:reference>/", views.mailbox, name="mailbox_letter"),
    path("mailbox/<str:reference>/arrived/", views.arrived, name="letter_arrived"),
]
