"""A faster Jinja for templates whose functions take no context and that escape everything; the output is the same.

Jinja asks each function whether it wants the context and each macro how to escape, and makes an object for each piece
of the output.
"""

import re
from collections.abc import Iterable
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from fleksjob_site.texts.kept import escaped

_INDENT = re.compile(r"\n[ \n]+")


class Compiler(CodeGenerator):
    """Calls a function directly, where Jinja goes through `context.call`."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        named: list[nodes.Keyword] = node.kwargs
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(argument.key) for argument in named):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *named):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class FasterMacro(Macro):
    """A macro that escapes always and takes its arguments by place or by name."""

    def __call__(self, *args: Any, **kwargs: Any) -> Markup:
        given = len(args)
        if given > self._argument_count or self.explicit_caller or self.catch_kwargs or self.catch_varargs:
            return Markup(super().__call__(*args, **kwargs))
        if given < self._argument_count:
            args += tuple([kwargs.pop(name, missing) for name in self.arguments[given:]])
        if self.caller:
            args += (kwargs.pop("caller", None) or self._environment.undefined("No caller defined", name="caller"),)
        if kwargs:
            raise TypeError(f"the macro {self.name} does not take {', '.join(kwargs)}, or takes it once only")
        return Markup(self._func(*args))


class FasterTemplate(Template):
    """A template whose output is escaped and joined without an object for each piece."""

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: Any, globals: Any) -> Template:
        namespace |= {"escape": escaped, "markup_join": _joined, "Macro": FasterMacro}
        return super()._from_namespace(environment, namespace, globals)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """What others import. Jinja compares the globals each time; ours are the same in all templates."""
        return super()._get_default_module() if self._module is None else self._module


def _joined(values: Iterable[Any]) -> str:
    """What `~` puts together; text beside markup is escaped."""
    parts = [value if isinstance(value, str) else str(value) for value in values]
    if any(type(part) is not str and hasattr(part, "__html__") for part in parts):
        return Markup("".join(map(escaped, parts)))
    return "".join(parts)


class Folder(NodeTransformer):
    """Replaces calls of these functions, where all arguments are constants, by their results: texts and URLs.

    Indentation is left out; it would be 3 % of a page.
    """

    names = frozenset({"_", "url", "static", "htmx_script"})

    def __init__(self, env: Environment) -> None:
        self.functions: dict[str, Any] = {name: env.globals[name] for name in self.names}

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:
        return nodes.TemplateData(_INDENT.sub("\n", node.data), lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        function = self.functions.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        given = [*node.args, *(keyword.value for keyword in node.kwargs)]
        if function is None or node.dyn_args or node.dyn_kwargs or not all(isinstance(n, nodes.Const) for n in given):
            return node
        positional = [argument.as_const() for argument in node.args]
        value = function(*positional, **{keyword.key: keyword.value.as_const() for keyword in node.kwargs})
        return nodes.Const(Markup(value) if hasattr(value, "__html__") else value, lineno=node.lineno)
