"""The application as granian's worker processes load it."""

from fondouk.doors.ops import environment

environment.leave_with_parent()
environment.load_django("web")

from fondouk.wsgi import application  # noqa: E402

__all__ = ["application"]
