"""Templates give the same as with Jinja's own way of calling, and mistakes in them are still refused."""

from typing import Any

import pytest
from django.template.loader import get_template
from django.utils.translation import override
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from fleksjob_site.texts.faster_jinja import Compiler, FasterTemplate
from fleksjob_site.texts.languages import LANGUAGES, Language

OTHER = """
{% macro line(text, class=none, more="<more>") -%}
<p{% if class %} class="{{ class }}"{% endif %}>{{ text }}{{ more }}</p>
{%- endmacro %}
{% macro box(title, n=1) -%}
<b>{{ title }}</b>{% for _ in range(n) %}{{ caller(loop.index, "<") }}{% endfor %}
{%- endmacro %}
{% macro named(name, caller=none) %}{{ name }}{{ caller() }}{% endmacro %}
{% macro rest(first) %}{{ first }}{{ varargs | join("-") }}{{ kwargs | dictsort }}{% endmacro %}
{% macro nested(text) %}{{ line(text ~ "&" ~ shown("x")) }}{% endmacro %}
{% macro shown(text) -%}<i>{{ text }}</i>{%- endmacro %}
"""
TEMPLATES = {
    "by place": "{{ line(typed) }}{{ line(typed, none) }}{{ line(typed, 'a', 'b') }}",
    "by name": "{{ line(text=typed, more='') }}{{ line(more=typed, text=1) }}",
    "a reserved name": "{{ line(typed, class='c') }}",
    "a block": "{% call(n, mark) box(typed, n=2) %}{{ n }}{{ mark }}{{ typed }}{% endcall %}",
    "a block in a loop": "{% for x in (1, 2) %}{% call(n, _mark) box(x) %}{{ x }}{{ n }}{% endcall %}{% endfor %}",
    "a block that is named": "{% call named(typed) %}{{ typed }}{% endcall %}",
    "a block of a function": "{% call between('<', '>') %}{{ typed }}{% endcall %}",
    "the rest": "{{ rest(1, 2, typed, a=typed) }}",
    "spread": "{{ line(*[typed, 'c']) }}{{ line(**{'text': typed}) }}",
    "a macro in another": "{{ nested(typed) }}",
    "methods and functions": "{{ typed.upper() }}{{ between('<', typed) }}{{ between(b=typed, a='<') }}",
    "markup and text together": "{{ shown(typed) ~ typed ~ 1 ~ none }}{{ typed ~ 2 }}{{ 1.5 }}{{ typed | upper }}",
    "blocks of a page": "{% block a %}{{ line(self.b()) }}{% endblock %}{% block b %}{{ typed }}{% endblock %}",
}  # fmt: skip
WRONG = {
    "too many": "{{ shown(1, 2) }}",
    "an unknown name": "{{ shown(1, colour=2) }}",
    "twice": "{{ shown(1, text=2) }}",
    "a missing argument": "{{ shown() }}",
    "no block": "{{ box(1) }}",
    "a block for what takes none": "{% call shown(1) %}{% endcall %}",
    "an unknown function": "{{ line(unknown(1)) }}",
    "no macro": "{{ typed(1) }}",
}
IMPORTED = "{% from 'other' import box, line, named, nested, rest, shown %}"
FRAME = IMPORTED + "<main>{% block a %}{% endblock %}</main>{% block b %}{% endblock %}"


class Faster(Environment):
    code_generator_class, template_class = Compiler, FasterTemplate


def between(a: Any, b: Any = "", caller: Any = None) -> Markup:
    return Markup("{}|{}|{}").format(a, b, caller() if caller else "")


def environment(kind: type[Environment]) -> Environment:
    pages = {name: IMPORTED + text for name, text in (TEMPLATES | WRONG).items()}
    pages["blocks of a page"] = "{% extends 'frame' %}" + pages["blocks of a page"]
    files = DictLoader({**pages, "other": OTHER, "frame": FRAME})
    made = kind(loader=files, autoescape=True, undefined=StrictUndefined)
    made.globals["between"] = between
    return made


PLAIN, FASTER = environment(Environment), environment(Faster)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_gives_what_jinja_gives(name: str) -> None:
    expected = PLAIN.get_template(name).render(typed="<æ>&")
    assert FASTER.get_template(name).render(typed="<æ>&") == expected
    assert "<æ>" not in expected


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_refused_as_jinja_refuses_it(name: str) -> None:
    with pytest.raises(Exception) as expected:  # noqa: PT011  # whatever Jinja raises
        PLAIN.get_template(name).render(typed="x")
    with pytest.raises(expected.type):
        FASTER.get_template(name).render(typed="x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_function_of_our_templates_takes_the_context_which_it_would_not_get(language: Language) -> None:
    with override(language.code):
        found = get_template("base.html").template.environment.globals
    assert [name for name, value in found.items() if hasattr(value, "jinja_pass_arg")] == []
