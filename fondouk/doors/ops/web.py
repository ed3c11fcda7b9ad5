"""The application as granian's worker processes load it."""

from fondouk.doors.ops import environment
from fondouk.wsgi import application

__all__ = ["application"]

environment.leave_with_parent()
