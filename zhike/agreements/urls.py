"""Addresses of the ledger, beside its resources'."""

from django.urls import path

from zhike.agreements.agreed_page import as_of_page
from zhike.agreements.asking import ask_to_confirm
from zhike.agreements.cautions import cautions
from zhike.agreements.hints import hints

urlpatterns = [
    path("agreements/hints/", hints, name="entry_hints"),
    path("settings/promises/", cautions, name="settings_promises"),
    path("clients/<str:reference>/agreed/", as_of_page, name="as_of"),
    path("clients/<str:reference>/confirm/", ask_to_confirm, name="ask_to_confirm"),
]
