"""Addresses of the import and export pages. They stand before the resources' own: `import` is no reference."""

from django.urls import path

from zhike.surfaces.exchange import views
from zhike.surfaces.exchange.export import views as export

app_name = "exchange"
urlpatterns = [
    path("imports/", views.everything, name="list"),
    path("exports/<int:pk>/", export.file, name="export_file"),
    path("cards/<str:reference>.vcf", export.card, name="card"),
    path("<slug:resource>/export/", export.begin, name="export"),
    path("<slug:resource>/import/", views.begin, name="start"),
    path("<slug:resource>/import/<int:pk>/", views.show, name="import"),
    path("<slug:resource>/import/<int:pk>/part/", views.part, name="part"),
    path("<slug:resource>/import/<int:pk>/read/", views.read, name="read"),
    path("<slug:resource>/import/<int:pk>/match/", views.match, name="match"),
    path("<slug:resource>/import/<int:pk>/go-on/", views.go_on, name="go_on"),
    path("<slug:resource>/import/<int:pk>/undo/", views.undo, name="undo"),
    path("<slug:resource>/import/<int:pk>/rejects.csv", views.rejects, name="rejects"),
    path("<slug:resource>/import/<int:pk>/report.csv", views.report, name="report"),
]
