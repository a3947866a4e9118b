"""Addresses of tryouts, beside their resource's."""

from django.urls import path

from zhike.domains.requirements.tryouts import views

urlpatterns = [path("tryouts/<str:reference>/link/", views.make_link, name="tryout_link")]
