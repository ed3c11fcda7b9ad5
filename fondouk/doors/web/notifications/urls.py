"""`/<lang>/account/notifications/`: the person's inbox, its count, and the way from a notice to its page."""

from django.urls import path

from fondouk.doors.web.notifications import views

account = [
    path("notifications/", views.inbox, name="notifications_inbox"),
    path("notifications/count/", views.count, name="notifications_count"),
    path("notifications/readings/", views.mark_all_read, name="notifications_readings"),
    path("notifications/<str:reference>/", views.follow, name="notifications_follow"),
]
