"""Conversations belong to the person's own pages; each is also shown inside the noun it is about."""

from django.urls import path

from fondouk.doors.web.conversations import views

account = [
    path("conversations/", views.conversations, name="conversations"),
    path("conversations/<str:reference>/", views.conversation, name="conversation"),
    path("conversations/<str:reference>/messages/", views.post_message, name="conversation_post"),
    path("conversations/<str:reference>/latest/", views.latest, name="conversation_latest"),
    path("conversations/<str:reference>/files/<str:file>/", views.attachment, name="conversation_file"),
]
