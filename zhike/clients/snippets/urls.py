"""What is offered to whoever writes; the pages of snippets are generated."""

from django.urls import path

from zhike.clients.snippets import views

urlpatterns = [path("snippets/offered/", views.offered, name="offered_snippets")]
