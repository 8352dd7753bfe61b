"""What is made for each request is compressed, and its length tells nothing."""

import gzip

import brotli
import pytest

from fleksjob_site.serving import compression
from tests.visitor import Visitor

UNPACKED = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
PAGE = b"<p>flexi-job</p>" * 400


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br ; q=0.8", "br"),
        ("gzip;q=0", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_a_browser_gets_an_encoding_that_it_takes(client: Visitor, accepted: str, encoding: str) -> None:
    plain = client.get("/indkomst/").content
    response = client.get("/indkomst/", headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding", "") == encoding
    assert response.headers["Content-Length"] == str(len(response.content))
    assert "Accept-Encoding" in response.headers["Vary"]
    # The form token is masked anew on each page, and each page has a name.
    assert len(UNPACKED[encoding](response.content)) == len(plain)


@pytest.mark.parametrize(
    ("pack", "unpack"), [(compression.brotli, brotli.decompress), (compression.gzipped, gzip.decompress)]
)
def test_one_page_has_many_lengths(pack, unpack) -> None:  # type: ignore[no-untyped-def]
    packed = [pack(PAGE) for _ in range(300)]
    assert {unpack(one) for one in packed} == {PAGE}
    lengths = {len(one) for one in packed}
    assert len(lengths) > compression.MAX_PADDING * 0.8
    assert max(lengths) - min(lengths) < compression.MAX_PADDING


def test_every_length_of_padding_can_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    for length in range(compression.MAX_PADDING):
        monkeypatch.setattr("fleksjob_site.serving.compression.secrets.randbelow", lambda _most, length=length: length)
        assert brotli.decompress(compression.brotli(PAGE)) == PAGE
        assert gzip.decompress(compression.gzipped(PAGE)) == PAGE


def test_a_page_that_is_compressed_already_is_left_alone(client: Visitor) -> None:
    response = client.get("/", headers={"Accept-Encoding": "br"})
    assert b"</html>" in brotli.decompress(response.content)
