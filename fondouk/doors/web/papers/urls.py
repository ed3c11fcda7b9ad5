"""Trade documents, from each side of their order."""

from django.urls import URLPattern, path

from fondouk.doors.web.papers import views


def _side(side: str) -> list[URLPattern]:
    return [
        path("papers/<str:reference>/", views.paper, {"side": side}, name=f"{side}_paper"),
        path("orders/<str:reference>/papers.zip", views.all_papers, {"side": side}, name=f"{side}_papers_zip"),
    ]


buy, sell, desk = _side("buy"), _side("sell"), _side("desk")
