"""How much may a template do before it is stopped?

A template is its owner's, and the sandbox keeps it from reading anything; this keeps one that goes
round for ever, or prints without end, from taking the whole service with it.
"""

from collections.abc import Iterable
from threading import local
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_ROUNDS = 5_000_000
"""So often may loops, conditions and macros of one rendering be entered."""

MOST_LETTERS = 50_000_000
"""So long may a rendering, or a text that it puts together, become."""

LARGEST_POWER = 64


class _Counting(CodeGenerator):
    """Lets each block of a template count how often it is entered."""

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        self.writeline("environment.spend()")
        super().blockvisit(nodes, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.write("environment.bounded(")
        super().visit_Concat(node, frame)
        self.write(")")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that counts; each thread counts what it renders itself."""

    code_generator_class = _Counting
    intercepted_binops = frozenset(["*", "**", "+"])
    _counted = local()

    @property
    def spent(self) -> int:
        """How many steps the rendering of this thread has taken."""
        return getattr(self._counted, "spent", 0)

    @spent.setter
    def spent(self, steps: int) -> None:
        self._counted.spent = steps

    def spend(self) -> None:
        """Count a step; raise `TemplateRuntimeError` where there were too many."""
        self.spent += 1
        if self.spent > MOST_ROUNDS:
            raise TemplateRuntimeError(f"it goes round more than {MOST_ROUNDS} times")

    def bounded(self, text: str) -> str:
        """Return a text; raise `TemplateRuntimeError` where it has grown too long."""
        if len(text) > MOST_LETTERS:
            raise TemplateRuntimeError(f"it puts together more than {MOST_LETTERS} letters")
        return text

    def concat(self, parts: Iterable[str]) -> str:
        """Put what was printed together; raise `TemplateRuntimeError` where it has no end."""
        kept, length = list[str](), 0
        for part in parts:
            length += len(part)
            if length > MOST_LETTERS:
                raise TemplateRuntimeError(f"it prints more than {MOST_LETTERS} letters")
            kept.append(part)
        return "".join(kept)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply what stays small; raise `SecurityError` for anything else."""
        if operator == "**" and not (abs(right) <= LARGEST_POWER and abs(left) <= MOST_LETTERS):
            raise SecurityError("powers as large as this are not computed")
        sized = next((len(one) for one in (left, right) if hasattr(one, "__len__")), None)
        count = next((one for one in (left, right) if isinstance(one, int)), 1)
        if operator == "*" and sized is not None and sized * count > MOST_LETTERS:
            raise SecurityError("texts as long as this are not made")
        made = super().call_binop(context, operator, left, right)
        return self.bounded(made) if isinstance(made, str) else made
