"""How much of an upload is kept while it arrives: a little more than any kind of file may have, and no more.

The rest is read and forgotten, so that the form still comes through and the files engine can say what was wrong.
"""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import TemporaryFileUploadHandler

KEPT_BYTES = 21_000_000


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Spools to disk, up to a cap for each file."""

    kept = 0

    def new_file(self, *arguments: Any, **words: Any) -> None:
        """A new file begins."""
        super().new_file(*arguments, **words)
        self.kept = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep it while there is room."""
        room = KEPT_BYTES - self.kept
        if room > 0:
            self.kept += min(len(raw_data), room)
            super().receive_data_chunk(raw_data[:room], start)
