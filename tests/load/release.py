"""A made-up next release of the site: another script, and on demand a question, a field and a year's rates more."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from salary.law.rates import newest_month_with_rates
from tests.deploy.cluster import ROOT

PARTS = ("eligibility", "fleksjob_site", "locale", "salary", "templates")

NEW_QUESTION, NEW_FIELD, NEW_YEAR = "next-question", "next_field", newest_month_with_rates().year + 1
"""What only the next release asks, has a field for, and has rates for."""


def next_release(folder: Path, *, keep_former_files: bool, with_news: bool = False) -> Path:
    """Build it in a folder of its own; with the former static files, as NOTES.md has it, or without."""
    unneeded = shutil.ignore_patterns("node_modules", "__pycache__", "static")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=unneeded)
    shutil.copy(ROOT / "manage.py", folder)
    if with_news:
        _add_news(folder)
    script = folder / "fleksjob_site" / "assets" / "dist" / "app.js"
    script.write_text(script.read_text("utf-8") + "// The next release.\n", "utf-8")
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "-v", "0"],
        cwd=folder, env=os.environ | {"SECRET_KEY": "only for collecting the static files and no session", "HTTPS": "0",
                                      "DJANGO_SETTINGS_MODULE": "fleksjob_site.settings"}, check=True,
    )  # fmt: skip
    if keep_former_files:
        former, static = ROOT / "fleksjob_site" / "static", folder / "fleksjob_site" / "static"
        for file in former.rglob("*.*"):
            if file.is_file() and not (new := static / file.relative_to(former)).exists():
                shutil.copy(file, new)
    return folder


def script_of(release: Path) -> str:
    """The address of the one script that differs between releases."""
    manifest = (release / "fleksjob_site" / "static" / "staticfiles.json").read_text("utf-8")
    name = manifest.split('"app.js": "')[1].split('"')[0]
    return f"/static/{name}"


def _add_news(folder: Path) -> None:
    """Ask everybody one question more, put one field more into the income form, and publish the rates of a year."""
    questions = folder / "eligibility" / "law" / "questions"
    _change(
        questions / "person.py", r"\Z",
        f'''
NEXT_QUESTION = Question(
    key="{NEW_QUESTION}", slug="{NEW_QUESTION}", text="A new question", why="It is new.", example="Yes.",
    answer=Choices(YES_NO), sources=(TARGET_GROUP,), asked=EVERYBODY,
)
''',
    )  # fmt: skip
    _change(questions / "__init__.py", r"(?<=    person.BENEFIT,\n)", "    person.NEXT_QUESTION,\n")
    # The example persons have an answer to each question.
    _change(folder / "fleksjob_site" / "personas" / "personas.toml", r"(?m)^(?=birth-month =)",
            f'{NEW_QUESTION} = "yes"\n')  # fmt: skip
    _change(folder / "salary" / "pages" / "income_fields.py", r"(?=    hours_up_to = )",
            f'    {NEW_FIELD} = AmountField(label="A new field", least=0, most=MAX_AMOUNT)\n')  # fmt: skip
    form = folder / "templates" / "salary" / "_income_calculator.html"
    _change(form, r'(?=    {{ month_field\(form\["month"\]\) }})',
            f'    {{{{ number_field(form["{NEW_FIELD}"], unit="kr.") }}}}\n')  # fmt: skip
    rates = folder / "salary" / "law" / "rates"
    new = Path(shutil.copy(max(rates.glob("*.toml")), rates / f"{NEW_YEAR}.toml"))
    _change(new, r'(?m)^valid_from = ".*"', f'valid_from = "{NEW_YEAR}-01"')
    _change(new, r'(?m)^valid_to = ".*"', f'valid_to = "{NEW_YEAR}-12"')


def _change(file: Path, where: str, new: str) -> None:
    text, count = re.subn(where, lambda _: new, file.read_text("utf-8"))
    assert count, f"{file.name} has no place for {new!r}"
    file.write_text(text, "utf-8")
