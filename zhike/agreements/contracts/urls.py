"""Addresses of contracts, beside their resource's."""

from django.urls import path

from zhike.agreements.contracts import views

urlpatterns = [
    path("contracts/<str:reference>/write/<slug:step>/", views.write, name="contract_write"),
    path("contracts/<str:reference>/send/", views.send, name="contract_send"),
    path("contracts/<str:reference>/editions/<int:number>/", views.edition, name="contract_edition"),
]
