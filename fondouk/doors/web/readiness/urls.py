"""What goods need abroad: the supplier's checklist, the tasks of an order, the operator's editor."""

from django.urls import URLPattern, path

from fondouk.doors.web.readiness import desk as editing
from fondouk.doors.web.readiness import marking, tasks


def _tasks(side: str) -> list[URLPattern]:
    """What either side does with its tasks."""
    at = "orders/<str:reference>/tasks/<str:task>/"
    return [
        path("tasks/late/", tasks.late, {"side": side}, name=f"{side}_late_tasks"),
        path("orders/<str:reference>/tasks/", tasks.tasks, {"side": side}, name=f"{side}_tasks"),
        path(f"{at}completion/", tasks.complete, {"side": side}, name=f"{side}_task_complete"),
        path(f"{at}reopening/", tasks.reopen, {"side": side}, name=f"{side}_task_reopen"),
        path(f"{at}file/", tasks.file, {"side": side}, name=f"{side}_task_file"),
    ]


buy = _tasks("buy")
sell = [
    path("products/<str:reference>/readiness/", marking.product, name="sell_product_readiness"),
    path("products/<str:reference>/readiness/marks/", marking.mark, name="sell_readiness_mark"),
    path("products/<str:reference>/readiness/marks/removal/", marking.unmark, name="sell_readiness_unmark"),
    *_tasks("sell"),
]
desk = [
    path("requirements/", editing.requirements, name="desk_requirements"),
    path("requirements.csv", editing.as_csv, name="desk_requirements_csv"),
    path("requirements/new/", editing.create, name="desk_requirement_new"),
    path("requirements/files/", editing.look_at_file, name="desk_requirements_file"),
    path("requirements/loads/", editing.load, name="desk_requirements_load"),
    path("requirements/<str:code>/", editing.requirement, name="desk_requirement"),
    path("requirements/<str:code>/end/", editing.end, name="desk_requirement_end"),
    path("orders/<str:reference>/tasks/", tasks.tasks, {"side": "desk"}, name="desk_tasks"),
    path("orders/<str:reference>/tasks/<str:task>/file/", tasks.file, {"side": "desk"}, name="desk_task_file"),
]
