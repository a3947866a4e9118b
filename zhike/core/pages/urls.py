"""Addresses of every resource's pages."""

urlpatterns: list = []
