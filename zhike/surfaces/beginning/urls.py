"""Addresses of the first run."""

from django.urls import path

from zhike.surfaces.beginning import views

urlpatterns = [
    path("welcome/", views.first, name="welcome"),
    path("welcome/done/", views.done, name="welcome_done"),
    path("welcome/demo/", views.build_demo, name="welcome_demo"),
    path("welcome/<slug:name>/", views.step, name="welcome_step"),
]
