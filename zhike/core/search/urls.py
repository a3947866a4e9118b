"""Search, palette, choosing."""

from django.urls import path

from zhike.core.search import views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("palette/", views.palette, name="palette"),
    path("choose/<slug:resource>/", views.choose, name="choose"),
]
