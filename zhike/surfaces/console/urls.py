"""Addresses of the hand-made pages."""

urlpatterns: list = []
