"""Addresses of files. They stand before those that are generated."""

from django.urls import path

from zhike.core.files import views

urlpatterns = [
    path("files/on/<str:reference>/", views.on_record, name="files_on"),
    path("files/draft/", views.draft, name="file_draft"),
    path("files/<str:reference>/archive/", views.archive, name="file_archive"),
    path("files/<str:reference>/restore/", views.restore, name="file_restore"),
    path("files/<str:reference>/<str:name>", views.content, name="file"),
]
