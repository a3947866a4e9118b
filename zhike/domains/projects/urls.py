"""Addresses of projects, beside their resources'."""

from django.urls import path

from zhike.domains.projects import beside, drawn, showing, views, week

urlpatterns = [
    path("projects/<str:reference>/add-task/", views.add_task, name="project_add_task"),
    path("deliverables/<str:reference>/hand-in/", showing.hand_in, name="deliverable_hand_in"),
    path("deliverables/<str:reference>/show/", showing.show, name="deliverable_show"),
    path("deliverables/<str:reference>/pin/", showing.pin, name="deliverable_pin"),
    path("deliverables/<str:reference>/versions/", beside.beside, name="deliverable_versions"),
    path("projects/<str:reference>/time/", drawn.gantt, name="project_gantt"),
    path("tasks/<str:reference>/shift/", drawn.shift, name="task_shift"),
    path("tasks/<str:reference>/after/", drawn.after, name="task_after"),
    path("hours/week/", week.sheet, name="hours_week"),
    path("tasks/<str:reference>/timer/", week.timer, name="task_timer"),
]
