"""Clients that keep, outside the marketplace, what they were told is done."""

from __future__ import annotations

import http.client
import io
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

from PIL import Image

PATIENCE_SECONDS = 90  # after the last kill; before it, a client waits as long as the parts keep falling
TOKEN = "c" * 32  # the CSRF cookie and field need only be alike
DONE = (302, 303)


@dataclass
class Clients:
    """One supplier acting from several windows at once; each act is repeated with its key until it is acknowledged."""

    port: int
    cookie: str
    acting: str
    conversation: str
    drafts: list[str]
    said: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    pictured: list[str] = field(default_factory=list)
    enough: threading.Event = field(default_factory=threading.Event)
    gone_wrong: list[str] = field(default_factory=list)
    at_peace: float | None = None

    def threads(self) -> list[threading.Thread]:
        """Talking, publishing and uploading, not started yet."""
        return [threading.Thread(target=work, daemon=True) for work in (self.talk, self.publish, self.picture)]

    def talk(self) -> None:
        """Messages, one after the other."""
        path = f"/en/account/conversations/{self.conversation}/messages/"
        for number in self._until_enough():
            words = f"crash message {number}"
            if self._insist(path, {"body": words}):
                self.said.append(words)
            time.sleep(0.05)

    def publish(self) -> None:
        """Each draft once, spread over the run."""
        self._for_each_draft(lambda draft: f"/en/sell/products/{draft}/publication/", self.published)

    def picture(self) -> None:
        """One more photo for each draft."""
        self._for_each_draft(lambda draft: f"/en/sell/products/{draft}/photos/", self.pictured, with_photo=True)

    def _for_each_draft(self, path: Callable[[str], str], done: list[str], *, with_photo: bool = False) -> None:
        for number, draft in enumerate(self.drafts):
            if self._insist(path(draft), {}, photo=_photo(number) if with_photo else None):
                done.append(draft)
            self.enough.wait(1.0)

    def _until_enough(self) -> Iterator[int]:
        number = 0
        while not self.enough.is_set():
            yield number
            number += 1

    def _insist(self, path: str, fields: dict[str, str], photo: bytes | None = None) -> bool:
        """Post with one key until an answer says it is done; False when it will never be."""
        key = uuid4().hex
        body, kind = _form({**fields, "once": key, "acting": self.acting, "csrfmiddlewaretoken": TOKEN}, photo)
        while not self._too_late():
            status = self._post(path, body, kind)
            if status in DONE:
                return True
            if status in (400, 403, 404, 413, 422):
                self.gone_wrong.append(f"{path}: {status}")
                return False
            time.sleep(0.1)
        self.gone_wrong.append(f"{path}: never answered")
        return False

    def peace(self) -> None:
        """Nothing falls from now on: who is not answered soon never will be."""
        self.at_peace = time.monotonic()

    def _too_late(self) -> bool:
        return self.at_peace is not None and time.monotonic() > self.at_peace + PATIENCE_SECONDS

    def _post(self, path: str, body: bytes, kind: str) -> int:
        """The answer's status; 0 where there was none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {
            "Cookie": f"{self.cookie}; csrftoken={TOKEN}", "Content-Type": kind, "Host": f"localhost:{self.port}",
        }  # fmt: skip
        try:
            connection.request("POST", path, body, headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()


def _form(fields: dict[str, str], photo: bytes | None) -> tuple[bytes, str]:
    if photo is None:
        return urlencode(fields).encode(), "application/x-www-form-urlencoded"
    edge = "crash-edge"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n'
    )
    parts.append(head.encode() + b"\r\n" + photo + f"\r\n--{edge}--\r\n".encode())
    return b"".join(parts), f"multipart/form-data; boundary={edge}"


def _photo(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (number % 256, 90, 160)).save(out, "JPEG")
    return out.getvalue()
