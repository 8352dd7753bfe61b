"""The programs of the documentation: each call in curl, Python and JavaScript, without any library to install."""

import json
from pprint import pformat
from typing import Any


def written(value: Any) -> str:
    """JSON to read."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def programs(address: str, body: Any, language: str | None, *, pdf: bool = False) -> tuple[tuple[str, str], ...]:
    """The name of each language, and a program in it that prints the answer; a file is saved, or its size printed."""
    return (
        ("curl", _curl(address, body, language, pdf)),
        ("Python", _python(address, body, language, pdf)),
        ("JavaScript", _javascript(address, body, language, pdf)),
    )


def _curl(address: str, body: Any, language: str | None, pdf: bool) -> str:
    lines = [f"curl -H 'Accept-Language: {language}'"]
    if body is not None:
        lines += ["-H 'Content-Type: application/json'", f"-d '{json.dumps(body, indent=2)}'"]
    # --fail-with-body shows what is wrong with a body, and is an error to a script.
    lines += ["-o letter.pdf"] if pdf else []
    return " \\\n  ".join([*lines, f"--fail-with-body {address}"])


def _python(address: str, body: Any, language: str | None, pdf: bool) -> str:
    lines = ["import json", "from urllib.error import HTTPError", "from urllib.request import Request, urlopen", ""]
    lines[1:1] = ["from pathlib import Path"] if pdf else []
    if body is None:
        lines += [f'request = Request("{address}", headers={{"Accept-Language": "{language}"}})']
    else:
        lines += [
            f"body = {pformat(body, sort_dicts=False, width=72)}",
            "request = Request(",
            f'    "{address}",',
            "    data=json.dumps(body).encode(),",
            f'    headers={{"Content-Type": "application/json", "Accept-Language": "{language}"}},',
            ")",
        ]
    saved = 'Path("letter.pdf").write_bytes(answer.read())'
    shown = "print(json.dumps(json.load(answer), indent=2, ensure_ascii=False))"
    lines += ["try:", "    with urlopen(request) as answer:"]
    lines += [f"        {saved if pdf else shown}"]
    # What is wrong with a body stands in the answer, which Python itself does not show.
    return "\n".join([*lines, "except HTTPError as error:", "    raise SystemExit(error.read().decode())"])


def _javascript(address: str, body: Any, language: str | None, pdf: bool) -> str:
    if body is None:
        lines = [f'const answer = await fetch("{address}", {{', f'  headers: {{"Accept-Language": "{language}"}},']
    else:
        sent = written(body).replace("\n", "\n  ")
        lines = [
            f'const answer = await fetch("{address}", {{',
            '  method: "POST",',
            f'  headers: {{"Content-Type": "application/json", "Accept-Language": "{language}"}},',
            f"  body: JSON.stringify({sent}),",
        ]
    said = "console.log((await answer.blob()).size);" if pdf else "console.log(await answer.json());"
    return "\n".join([*lines, "});", "if (!answer.ok) throw new Error(await answer.text());", said])
