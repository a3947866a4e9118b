"""Moving a client, the order of the stages, the figures as a file; the pages of stages are generated."""

from django.urls import path

from zhike.clients.stages import views

urlpatterns = [
    path("stages/move/<str:reference>/", views.move_client, name="stage_move"),
    path("stages/order/<str:reference>/", views.order, name="stage_order"),
    path("stages/figures.csv", views.figures_file, name="stage_figures"),
]
