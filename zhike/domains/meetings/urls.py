"""Addresses of meetings, beside their resource's."""

from django.urls import path

from zhike.domains.meetings import views

urlpatterns = [
    path("meetings/<str:reference>/write/<slug:step>/", views.write, name="meeting_write"),
    path("meetings/<str:reference>/close/", views.close, name="meeting_close"),
]
