"""The day the tests live on: passed into every command as `at`, because nothing below a door reads the clock."""

from datetime import UTC, datetime, timedelta

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def later(**span: float) -> datetime:
    """AT and so much more, e.g. later(days=7)."""
    return AT + timedelta(**span)
