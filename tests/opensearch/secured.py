"""A secured cluster for tests: a door with TLS and a password before a real node, as its security plugin would have."""

from __future__ import annotations

import base64
import http.client
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

USER, PASSWORD = "fondouk", "s:cr@t/ 7"


@contextmanager
def door(node: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """(host and port that speak TLS and ask for the password, its certificate) before the node at a host and port."""
    certificate, key = _certificate(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(node))
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}", certificate
    server.shutdown()
    server.server_close()


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of its own authority, for 127.0.0.1, and its key."""
    certificate, key = folder / "search.pem", folder / "search.key"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=search -addext subjectAltName=IP:127.0.0.1"
    subprocess.run([*command.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


def _handler(node: str) -> type[BaseHTTPRequestHandler]:
    expected = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if self.headers.get("authorization") != expected:
                self._answer(401, "text/plain", b"Unauthorized")
                return
            kind = self.headers.get("content-type", "application/json")
            inner = http.client.HTTPConnection(node, timeout=60)
            inner.request(self.command, self.path, body or None, {"content-type": kind})
            answer = inner.getresponse()
            self._answer(answer.status, answer.headers.get("content-type", ""), answer.read())
            inner.close()

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
        setattr(Handler, f"do_{method}", Handler._pass_on)
    return Handler
