"""Addresses of the ledger, beside its resources'."""

from django.urls import path

from zhike.agreements.agreed_page import as_of_page

urlpatterns = [path("clients/<str:reference>/agreed/", as_of_page, name="as_of")]
