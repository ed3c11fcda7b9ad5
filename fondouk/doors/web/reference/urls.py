"""`/<lang>/desk/measures/`: measures and their history, files handed in, loads, exchange rates."""

from django.urls import path

from fondouk.doors.web.reference import imports, measures, rates

desk = [
    path("measures/", measures.measures, name="desk_measures"),
    path("measures/rows/", measures.rows, name="desk_measure_rows"),
    path("measures/history/<str:destination>/<str:code>/", measures.history, name="desk_measure_history"),
    path("measures/loads/", measures.loads, name="desk_loads"),
    path("measures/imports/", imports.imports, name="desk_imports"),
    path("measures/imports/<str:reference>/", imports.handed, name="desk_import"),
    path("measures/imports/<str:reference>/progress/", imports.progress, name="desk_import_progress"),
    path("measures/imports/<str:reference>/lines/", imports.lines, name="desk_import_lines"),
    path("measures/imports/<str:reference>/approval/", imports.approve, name="desk_import_approval"),
    path("measures/imports/<str:reference>/withdrawal/", imports.withdraw, name="desk_import_withdrawal"),
    path("measures/imports/<str:reference>/undoing/", imports.undo, name="desk_import_undoing"),
    path("measures/rates/", rates.rates, name="desk_rates"),
    path("measures/rates/<str:reference>/undoing/", rates.undo, name="desk_rate_undoing"),
]
