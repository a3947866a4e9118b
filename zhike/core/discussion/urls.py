"""The discussion of any record."""

from django.urls import path, re_path

from zhike.core.discussion import views

urlpatterns = [
    path("discussion/on/<str:reference>/", views.on_record, name="discussion_on"),
    path("discussion/on/<str:reference>/people/", views.people, name="discussion_people"),
    path("discussion/on/<str:reference>/watch/", views.attend, name="discussion_watch"),
    path("discussion/on/<str:reference>/<str:pk>/edit/", views.edit, name="comment_edit"),
    re_path(
        r"^discussion/on/(?P<reference>[^/]+)/(?P<pk>[^/]+)/(?P<step>archive|restore)/$",
        views.step,
        name="comment_step",
    ),
]
