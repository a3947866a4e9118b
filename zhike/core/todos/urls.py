"""The to-dos of any record; their own pages are generated."""

from django.urls import path

from zhike.core.todos import views

urlpatterns = [
    path("todos/on/<str:reference>/", views.on_record, name="todos_on"),
    path("todos/on/<str:reference>/<str:todo>/<slug:step>/", views.step_on_record, name="todo_step_on"),
]
