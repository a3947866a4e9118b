"""Addresses of inquiries, beside their resources'."""

from django.urls import path

from zhike.domains.requirements.inquiries import views

urlpatterns = [
    path("inquiries/<str:reference>/answers/", views.note_answers, name="inquiry_answers"),
    path("inquiries/<str:reference>/link/", views.make_link, name="inquiry_link"),
]
