"""The mailbox's settings, and a mail as it came; the other pages of mails are generated."""

from django.urls import path

from zhike.surfaces.channels import views

urlpatterns = [
    path("settings/inbox/", views.settings, name="settings_inbox"),
    path("settings/inbox/test/", views.test, name="settings_inbox_test"),
    path("incoming/<str:reference>/page/", views.page, name="incoming_page"),
]
