"""What stands in a YAML file, and on which line?

Every plain word is a text: ``no``, ``0.001`` and ``2025-12-01`` stay as they were written, and only
the schema makes something else of them. Only a bare ``null``, ``~`` or nothing is no value.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import yaml

from tracker.rulebook.faults import Faults, nearest, unknown

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a file with the line (from 1) of its key, or of itself in a list.

    Whatever is not as asked for is noted as a fault, and an empty value is returned.
    """

    raw: yaml.Node
    file: str
    line: int
    faults: Faults

    def fault(self, reason: str) -> None:
        """Note that something is wrong with this value."""
        self.faults.add(reason, file=self.file, line=self.line)

    @property
    def is_null(self) -> bool:
        """Tell whether no value was given."""
        raw = self.raw
        return isinstance(raw, yaml.ScalarNode) and not raw.style and raw.value in ("", "null", "~")

    @property
    def is_mapping(self) -> bool:
        """Tell whether this holds keys."""
        return isinstance(self.raw, yaml.MappingNode)

    def any_keys(self) -> dict[str, "Node"]:
        """Read a mapping whose keys are free."""
        if not isinstance(self.raw, yaml.MappingNode):
            self.fault("keys with values are expected here")
            return {}
        return {
            key.value: Node(value, self.file, key.start_mark.line + 1, self.faults)
            for key, value in self.raw.value
            if isinstance(key, yaml.ScalarNode)
        }

    def keys(
        self, allowed: Collection[str], *, required: Collection[str] = ()
    ) -> dict[str, "Node"]:
        """Read a mapping; a key that is not ``allowed`` is a fault, as is one that is missing."""
        found = self.any_keys()
        wrong = [key for key in found if key not in allowed]
        for key in wrong:
            found.pop(key).fault(unknown("key", key, allowed))
        if self.is_mapping:
            meant = {nearest(key, allowed) for key in wrong}
            for key in required:
                if key not in found and key not in meant:
                    self.fault(f"missing key {key!r}")
        return found

    def items(self) -> tuple["Node", ...]:
        """Read a list."""
        if not isinstance(self.raw, yaml.SequenceNode):
            self.fault("a list is expected here: [one, two], or one a line after a dash")
            return ()
        return tuple(
            Node(item, self.file, item.start_mark.line + 1, self.faults) for item in self.raw.value
        )

    def text(self) -> str:
        """Read a text that may not be empty."""
        if not isinstance(self.raw, yaml.ScalarNode) or self.is_null or not self.raw.value.strip():
            self.fault("a text is expected here")
            return ""
        return str(self.raw.value)

    def texts(self) -> tuple[str, ...]:
        """Read a list of texts."""
        return tuple(item.text() for item in self.items())


def read(file: Traversable, *, name: str, faults: Faults) -> Node | None:
    """Read a YAML file; ``None`` (and a fault) when it holds no readable YAML."""
    try:
        raw = yaml.compose(file.read_bytes().decode(), Loader=_Loader)
    except UnicodeDecodeError:
        faults.add("the file is not UTF-8; save it as UTF-8", file=name)
        return None
    except FileNotFoundError:
        faults.add("the file is missing", file=name)
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        faults.add(_syntax(error), file=name, line=mark.line + 1 if mark else None)
        return None
    if raw is None:
        faults.add("the file is empty", file=name)
        return None
    return Node(raw, name, 1, faults) if _is_plain(raw, name=name, faults=faults) else None


def _syntax(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or "it cannot be read"
    return f"not valid YAML: {problem}; check quotes, colons and the indentation around this line"


def _is_plain(root: yaml.Node, *, name: str, faults: Faults) -> bool:
    """Refuse what a person would not see: keys given twice, anchors that repeat other places."""
    before = len(faults.found)
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            line = node.start_mark.line + 1
            faults.add("this is repeated by an alias (*name); write it out", file=name, line=line)
            break
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            _refuse_odd_keys(node, name=name, faults=faults)
        waiting.extend(_children(node))
    return len(faults.found) == before


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield value


def _refuse_odd_keys(node: yaml.MappingNode, *, name: str, faults: Faults) -> None:
    first: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            faults.add("a key must be a plain word", file=name, line=line)
        elif key.value in first:
            where = f"first on line {first[key.value]}"
            faults.add(f"key {key.value!r} is given twice ({where})", file=name, line=line)
        else:
            first[key.value] = line
