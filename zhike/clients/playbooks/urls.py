"""Starting and stopping by hand; the pages of playbooks are generated."""

from django.urls import path

from zhike.clients.playbooks import views

urlpatterns = [
    path("playbooks/start/<str:reference>/", views.start_for, name="playbook_start"),
    path("playbooks/runs/<int:pk>/stop/", views.stop_run, name="playbook_stop"),
]
