"""The queue of pairs, and what is asked while someone types."""

from django.urls import path

from zhike.clients.duplicates import views

urlpatterns = [
    path("duplicates/", views.queue, name="duplicates"),
    path("duplicates/<int:pk>/<slug:step>/", views.decide, name="duplicate_step"),
    path("duplicates/alike/<slug:resource>/", views.alike, name="duplicates_alike"),
]
