"""Messages about what somebody has typed say what to do, and name choices by the labels that those have."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import override

from fleksjob_site.texts.forms import CountField
from tests.texts.test_catalog import TRANSLATED, catalog, file_of
from tests.texts.test_typed_forms import FIELDS, ROWS, as_sent

FORMS = [
    path
    for pattern in (
        "salary/pages/*form*.py", "salary/pages/*_fields.py", "salary/pages/employer.py", "salary/pages/odd_amounts.py",
        "salary/pages/start.py", "eligibility/pages/forms.py", "eligibility/law/questions/question.py",
        "fleksjob_site/texts/*forms.py", "fleksjob_site/take_along/forms.py",
    )
    for path in sorted(settings.BASE_DIR.glob(pattern))
]  # fmt: skip
LABELLED = re.compile(
    "(salary/pages|eligibility/pages|fleksjob_site/(texts|take_along)|templates/(salary|take_along))/"
)
"""The files whose texts quote only labels of fields, choices and buttons, and Danish words of other papers."""
NO_MESSAGES = {"label", "help_text", "choices", "hints"}
TO_DO = re.compile(r"\?|\b(Change|Choose|Enter|Remove)\b|, (choose|enter)\b")


def says_what_to_do(message: str) -> bool:
    """Whether an English message asks for something, or asks a question; what is typed is entered, not written."""
    return bool(TO_DO.search(message)) and not re.search(r"\b[Ww]rite\b", message)


def translated(node: ast.AST) -> Iterator[str]:
    """The texts for translation in a piece of code, without those of labels and hints."""
    for child in ast.iter_child_nodes(node):
        name = getattr(child.func, "id", "") if isinstance(child, ast.Call) else ""
        # Helpers of a module, such as `_amount(label, hint)`, make fields.
        makes_field = re.fullmatch("_[a-z]+", name) or (isinstance(child, ast.keyword) and child.arg in NO_MESSAGES)
        if makes_field or (isinstance(child, ast.Assign) and ast.unparse(child.targets[0]).endswith("_HINT")):
            continue
        if name in ("_", "N_", "gettext") and isinstance(child, ast.Call) and isinstance(child.args[0], ast.Constant):
            yield str(child.args[0].value)
        yield from translated(child)


def messages_in(source: str) -> set[str]:
    """The messages of a module of forms: its texts that are sentences."""
    return {text for text in translated(ast.parse(source)) if text.endswith((".", "?"))}


def test_every_message_of_a_form_says_what_to_do() -> None:
    messages = {text for path in FORMS for text in messages_in(path.read_text("utf-8"))}
    assert len(messages) > 60
    assert [text for text in sorted(messages) if not says_what_to_do(text)] == []


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, text, read in ROWS if read.startswith("?")])
def test_every_message_about_a_text_that_is_not_read_says_what_to_do(kind: str, text: str) -> None:
    field = FIELDS[kind]()
    with override("en"), pytest.raises(ValidationError) as raised:
        field.clean(as_sent(kind, text))
    assert isinstance(field, CountField) or says_what_to_do(*raised.value.messages)


def test_a_message_that_says_nothing_to_do_is_found() -> None:
    source = """
class Form:
    required_messages = {"wage": _("Write the wage.")}
    wage = AmountField(label=_("The wage."), help_text=_("Before tax."), error_messages={"x": _("This is wrong.")})
    rest = _amount(_("The rest"), _("What is left."))
    def clean(self):
        self.add_error("wage", gettext("There is no day 31."))
        self.add_error("wage", gettext("Enter the wage."))
_HINT = _("A hint.")
_MONTHLY = _("Is this a monthly wage?")
"""
    found = {text for text in messages_in(source) if not says_what_to_do(text)}
    assert found == {"Write the wage.", "This is wrong.", "There is no day 31."}


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_a_text_quotes_is_a_label_that_exists_in_every_language(language: str) -> None:
    texts = catalog(file_of(language))
    wrong = []
    for english, message in texts.items():
        if isinstance(english, str) and any(LABELLED.match(place) for place, _ in message.locations):
            for quoted in re.findall("“([^”{*]*)”", english):
                label = texts.get(quoted)
                if label is None or f"»{label.string}«" not in str(message.string):
                    wrong.append((quoted, english))
    assert wrong == []
