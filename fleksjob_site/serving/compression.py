"""Compression of what is made for each request, with padding of random length.

Brotli 3 makes the same size as gzip 4 and costs three fifths; brotli 4 costs as much as gzip 4 and makes 5 % less, by
which the longest pages stay within what a page may weigh (tests/browser/test_weight.py). The padding hides how long a
compressed page is, which could otherwise tell what it holds beside a text that somebody else has put there (BREACH).
"""

import gzip
import re
import secrets
from collections.abc import Callable

from brotli import MODE_TEXT, Compressor
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

BROTLI_QUALITY, BROTLI_QUALITY_OF_LONG, GZIP_LEVEL = 3, 4, 4
_LONG = 75_000
"""Bytes; an income page with all it can hold."""
MAX_PADDING = 100
_SHORTEST = 200
"""Bytes; what is shorter would hardly become smaller."""
_REFUSED = re.compile(r"q=0(\.0*)?$")


def compressed(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Compress each response that is not yet, in the way that costs least of those that the browser takes."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.streaming or len(response.content) < _SHORTEST or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        encoding = next((name for name in _WAYS if accepts(request, name)), None)
        if encoding:
            response.content = _WAYS[encoding](response.content)
            response.headers["Content-Encoding"] = encoding
            response.headers["Content-Length"] = str(len(response.content))
            etag = response.headers.get("ETag", "")
            if etag.startswith('"'):
                # The padding differs each time, so no two responses are equal byte for byte.
                response.headers["ETag"] = f"W/{etag}"
        return response

    return middleware


def accepts(request: HttpRequest, encoding: str) -> bool:
    """Whether the browser takes this encoding."""
    for part in request.headers.get("Accept-Encoding", "").split(","):
        name, _, weight = part.strip().partition(";")
        if name.strip() == encoding:
            return not _REFUSED.search(weight.strip())
    return False


def brotli(content: bytes) -> bytes:
    """Compressed, with a block of random length that every browser skips (RFC 7932, section 9.2)."""
    quality = BROTLI_QUALITY_OF_LONG if len(content) > _LONG else BROTLI_QUALITY
    compressor, length = Compressor(quality=quality, mode=MODE_TEXT), 1 + secrets.randbelow(MAX_PADDING)
    begun = compressor.process(content) + compressor.flush()
    # From the lowest bit: not the last block, the kind that is skipped, a zero, one byte with the length less one.
    skipped = (0b01_0_11_0 | (length - 1) << 6).to_bytes(2, "little") + bytes(length)
    return b"".join((begun, skipped, compressor.finish()))


def gzipped(content: bytes) -> bytes:
    """Compressed, with a file name of random length in its header."""
    packed, length = gzip.compress(content, GZIP_LEVEL, mtime=0), 1 + secrets.randbelow(MAX_PADDING)
    return b"".join((packed[:3], b"\x08", packed[4:10], b"a" * length, b"\0", packed[10:]))


_WAYS: dict[str, Callable[[bytes], bytes]] = {"br": brotli, "gzip": gzipped}
