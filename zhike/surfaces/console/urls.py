"""Addresses of the hand-made pages."""

from django.urls import path

from zhike.surfaces.console import calendar, feed, handing_over, preferences, sign_in
from zhike.surfaces.console.before import before, recollected
from zhike.surfaces.console.day import my_day
from zhike.surfaces.console.my_team import my_team
from zhike.surfaces.console.owed import owed_page
from zhike.surfaces.console.settings import areas, company, demo, fields, index, mail, reachability, sign_on
from zhike.surfaces.console.settings import sign_in as signing_in
from zhike.surfaces.console.waiting import waiting

urlpatterns = [
    path("", my_day, name="my_day"),
    path("team/", my_team, name="my_team"),
    path("waiting/", waiting, name="waiting"),
    path("owed/", owed_page, name="owed"),
    path("clients/<str:reference>/owed/", owed_page, name="owed_of_client"),
    path("clients/<str:reference>/before/", before, name="before"),
    path("clients/<str:reference>/before/<str:decision>/", recollected, name="recollected"),
    path("calendar/", calendar.show, name="calendar"),
    path("calendar/feed/", feed.show, name="calendar_feed"),
    path("calendar/move/", calendar.move, name="calendar_move"),
    path("people/<str:reference>/hand-over/", handing_over.show, name="hand_over"),
    path("people/<str:reference>/hand-over/back/", handing_over.back, name="hand_back"),
    path("preferences/", preferences.show, name="preferences"),
    path("preferences/sign-in/", sign_in.show, name="my_sign_in"),
    path("preferences/sign-in/end/", sign_in.end, name="my_sessions_end"),
    path("preferences/sign-in/disconnect/", sign_in.disconnect, name="my_sign_on_disconnect"),
    path("settings/", index.index, name="settings"),
    path("settings/company/", company.show, name="settings_company"),
    path("settings/reachability/", reachability.show, name="settings_reachability"),
    path("settings/sign-in/", signing_in.show, name="settings_sign_in"),
    path("settings/sign-on/", sign_on.show, name="settings_sign_on"),
    path("settings/areas/", areas.show, name="settings_areas"),
    path("settings/mail/", mail.show, name="settings_mail"),
    path("settings/mail/test/", mail.test, name="settings_mail_test"),
    path("settings/remove-demo/", demo.remove, name="settings_remove_demo"),
    path("settings/fields/preview/", fields.preview, name="settings_preview_field"),
]
