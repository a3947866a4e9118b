"""The app of the API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "zhike.surfaces.api"
    label = "api"
