"""Notifications, and the open line."""

from django.urls import path

from zhike.core.notify import views, wishes_views
from zhike.core.notify.live import live

urlpatterns = [
    path("notifications/", views.notifications, name="notifications"),
    path("notifications/read/", views.read, name="notifications_read"),
    path("notifications/wishes/", wishes_views.wishes, name="notification_wishes"),
    path("notifications/stop/<str:key>/", wishes_views.stop, name="notification_stop"),
    path("notifications/<int:pk>/", views.open_one, name="notification"),
    path("notifications/<int:pk>/read/", views.read, name="notification_read"),
    path("live/", live, name="live"),
]
