"""A real browser for journeys and page checks: pages at two widths and two schemes, axe, screenshots.

Without Chromium these tests skip and say so; with `browser` in FONDOUK_REQUIRE they fail instead.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ARTEFACTS = Path(__file__).resolve().parent.parent.parent / "artefacts"
WIDTHS = {"phone": (360, 740), "desktop": (1280, 900)}
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]


def executable() -> str | None:
    """Where this machine's Chromium is."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for the session."""
    path = executable()
    if path is None:
        missing = "no Chromium on this machine (Debian: apt-get install chromium)"
        if "browser" in os.environ.get("FONDOUK_REQUIRE", ""):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield chromium
        chromium.close()


class Visitor:
    """Somebody at a browser of their own: cookies, language of the path, width, light or dark."""

    def __init__(self, context: Any, address: str):
        self.context = context
        self.address = address
        self.page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.trouble: list[str] = []
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, message: Any) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.trouble.append(message.text)

    def go(self, path: str) -> Any:
        """Open a path of ours; gives the response."""
        return self.page.goto(self.address + path, wait_until="load")

    def sign_in(self, person: Any) -> None:
        """Be this person from now on, without the sign-in page (journeys that test signing in use the page)."""
        from django.conf import settings
        from django.test import Client

        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.address, "sameSite": "Lax"}]
        )

    def violations(self) -> list[str]:
        """What axe finds on the page as it stands: rule and where."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {node['target']} {node.get('failureSummary', '')}" for one in found for node in one["nodes"]
        ]

    def check(self, name: str = "") -> None:
        """No axe violation, no script error, no blocked resource, no sideways scrolling; a picture where named."""
        if name:
            self.shot(name)
        assert not self.violations(), "\n".join(self.violations())
        assert not self.trouble, self.trouble
        assert self.overflow() <= 0, f"{self.page.url} is {self.overflow()} px too wide"

    def overflow(self) -> int:
        """Pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def shot(self, name: str) -> Path:
        """Keep a picture of the whole page under artefacts/, lazy photos included."""
        ARTEFACTS.mkdir(exist_ok=True)
        self.page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(one => one.loading = 'eager')")
        self.page.wait_for_load_state("networkidle")
        path = ARTEFACTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png"
        self.page.screenshot(path=str(path), full_page=True)
        return path


@pytest.fixture
def visitor(browser: Any, live_server: Any) -> Iterator[Callable[..., Visitor]]:
    """Opens visitors: `visitor(width="phone", dark=True)`; all are closed at the end."""
    contexts = []

    def opened(width: str = "desktop", *, dark: bool = False, language: str = "en") -> Visitor:
        w, h = WIDTHS[width]
        context = browser.new_context(
            viewport={"width": w, "height": h}, color_scheme="dark" if dark else "light", locale=language,
            reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        return Visitor(context, live_server.url)

    yield opened
    for context in contexts:
        context.close()
