"""Addresses of links: the open one, and those for the staff."""

from django.urls import path

from zhike.core.links import views

urlpatterns = [
    path("l/<str:token>", views.open_link, name="link"),
    path("links/on/<str:reference>/<str:purpose>/", views.issue, name="link_issue"),
    path("links/<int:pk>/revoke/", views.revoke, name="link_revoke"),
]
