"""Country pavilions."""

from django.urls import path

from fondouk.doors.web.pavilions import editing, views

public = [
    path("pavilions/", views.pavilions, name="pavilions"),
    path("pavilions/<slug:slug>/", views.pavilion, name="pavilion"),
    path("pavilions/<slug:slug>/collections/<slug:collection>/", views.collection, name="collection"),
]
agency = [path("pavilion/", editing.edit, name="agency_pavilion")]
