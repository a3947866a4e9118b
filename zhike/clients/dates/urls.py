"""What the generated pages of dates lack."""

from django.urls import path

from zhike.clients.dates import views

urlpatterns = [
    path("dates/meant/", views.meant, name="date_meant"),
    path("dates/reminders/<int:pk>/dismiss/", views.dismiss, name="dismiss_reminder"),
]
