"""A node that records what reaches it, behind the deployed HAProxy."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.deploy.cluster import Proxy


class Echo:
    """A node that records requests, and responds, fails or hangs up as configured."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.hangs_up = False
        self.lacks = ""
        self.may_answer = threading.Event()
        """While cleared, requests wait."""
        self.may_answer.set()
        echo = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.path != "/readyz":
                    headers = {name.lower(): value for name, value in self.headers.items()}
                    echo.requests.append((self.command, self.path, headers, body))
                    if echo.hangs_up:
                        self.close_connection = True
                        return
                    echo.may_answer.wait(60)
                missing = echo.lacks and self.path.startswith(echo.lacks)
                self.send_response(HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                """Silent: the test reads the recorded requests."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def proxied(folder: Path, **settings: str) -> Iterator[tuple[Echo, Echo, Proxy]]:
    nodes = Echo(), Echo()
    proxy = Proxy(folder / "proxy.log", nodes, settings)  # type: ignore[arg-type]
    try:
        proxy.start()
        proxy.wait_up("a", "b")
        yield *nodes, proxy
    finally:
        proxy.stop()
        for node in nodes:
            node.stop()


def post(port: int, path: str, body: bytes) -> bytes:
    """The whole response to one POST."""
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return send(port, head.encode() + body)


def send(port: int, request: bytes) -> bytes:
    """The whole answer to a request as it stands; the connection ends with it."""
    with socket.create_connection(("127.0.0.1", port), 30) as connection:
        connection.sendall(request)
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return answer


def certificate(folder: Path) -> Path:
    """A self-signed certificate and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    # TLS uses the real clock, whatever day the test is set to.
    always = datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(always[0]).not_valid_after(always[1])
        .sign(key, SHA256())
    )  # fmt: skip
    file = folder / "certificate.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(made.public_bytes(Encoding.PEM) + secret)
    return file
