"""Exchange rates from a file; the pages of purchases and rates themselves are generated."""

from django.urls import path

from zhike.clients.purchases import views

urlpatterns = [path("rates/bring/", views.bring_rates, name="rates_in")]
