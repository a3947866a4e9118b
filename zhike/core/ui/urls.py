"""Theme and language."""

from django.urls import path

from zhike.core.ui.views import choose_look

urlpatterns = [path("look/", choose_look, name="choose_look")]
