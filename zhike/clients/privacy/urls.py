"""What is known about a person: to hand out, to erase; and the list of erasures."""

from django.urls import path

from zhike.clients.privacy import views

urlpatterns = [
    path("privacy/", views.erasures, name="erasures"),
    path("privacy/export/<int:pk>/", views.download, name="privacy_download"),
    path("privacy/<str:reference>/", views.known, name="privacy"),
]
