"""A client's tier; the pages of tiers themselves are generated."""

from django.urls import path

from zhike.clients.tiers import views

urlpatterns = [
    path("tiers/of/", views.of_several, name="tiers_of_several"),
    path("tiers/of/<str:reference>/", views.of_client, name="tier_of"),
    path("tiers/of/<str:reference>/rule/", views.back_to_rule, name="tier_by_rule"),
]
