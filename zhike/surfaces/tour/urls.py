"""Addresses of the look round."""

from django.urls import path

from zhike.surfaces.tour import views

urlpatterns = [
    path("tour/", views.show, name="tour"),
    path("tour/go/", views.go, name="tour_go"),
    path("tour/end/", views.end, name="tour_end"),
]
