"""Addresses of the hand-made pages."""

from django.urls import path

from zhike.surfaces.console import preferences
from zhike.surfaces.console.day import my_day
from zhike.surfaces.console.waiting import waiting

urlpatterns = [
    path("", my_day, name="my_day"),
    path("waiting/", waiting, name="waiting"),
    path("preferences/", preferences.show, name="preferences"),
]
