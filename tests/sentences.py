"""Reads from the sources which sentences a function can say, and which functions it may call.

A name that a function uses may be called by it: more is found than is ever said, never less. What
is said to refuse (inside ``raise``) is not printed.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEEPING = ("cache", "lru_cache")
LAYERS = ("model", "rules", "edits", "drawing", "packet", "handouts", "office")
"""What a packet is made by."""

Name = tuple[str, str]
"""A module, and a function or a class in it; of a class also each of its methods."""


@dataclass
class Said:
    """What a function says, which names of what modules it uses, and by what it is decorated.

    ``texts`` are all that stand in it.
    """

    sentences: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    uses: set[Name] = field(default_factory=set)
    decorated: set[str] = field(default_factory=set)


@cache
def sources() -> dict[Name, Said]:
    """Return what every function of the layers says and uses."""
    found: dict[Name, Said] = {}
    package = ROOT / "ilead_studio"
    for path in (package / "words.py", *(it for name in LAYERS for it in _files(package / name))):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found |= _module(module, ast.parse(path.read_text("utf-8")))
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.py"))


def reached(*begin: Name) -> set[Name]:
    """Return the functions that may be called when some are."""
    known, found, waiting = sources(), set[Name](), [*begin]
    while waiting:
        here = waiting.pop()
        if here in known and here not in found and here[0] != "ilead_studio.words":
            found.add(here)
            waiting.extend(known[here].uses)
    return found


def said_in(names: set[Name], but: frozenset[str] = frozenset()) -> dict[str, Name]:
    """Return the sentences of functions, each with one that says it; ``but`` are left out."""
    known = sources()
    return {it: name for name in names if name[1] not in but for it in known[name].sentences}


def _module(module: str, tree: ast.Module) -> dict[Name, Said]:
    imports = dict(_imported(tree))
    own = {name: (module, name) for node in tree.body for name in _names(node)}
    found: dict[Name, Said] = {}
    for node in tree.body:
        for name in _names(node):
            found[module, name] = _said(node, imports | own, module)
        if isinstance(node, ast.ClassDef):
            methods = [it for it in node.body if isinstance(it, ast.FunctionDef)]
            for it in methods:
                found[module, f"{node.name}.{it.name}"] = _said(it, imports | own, module)
            found[module, node.name].uses |= {(module, f"{node.name}.{it.name}") for it in methods}
            found[module, node.name].sentences = set()
    return found


def _names(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a module gives something."""
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Assign():
            return [it.id for it in node.targets if isinstance(it, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


def _imported(tree: ast.AST) -> Iterator[tuple[str, Name]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((it.asname or it.name, (node.module, it.name)) for it in node.names)


def _said(node: ast.AST, known: dict[str, Name], module: str) -> Said:
    said = Said()
    for it in _walked(node):
        if isinstance(it, ast.Constant) and isinstance(it.value, str):
            said.texts.add(it.value)
        elif isinstance(it, ast.Name) and it.id in known:
            said.uses.add(known[it.id])
        elif isinstance(it, ast.Attribute) and isinstance(it.value, ast.Name):
            above, below = known.get(it.value.id, (module, it.value.id))
            said.uses.add((f"{above}.{below}", it.attr))
        elif isinstance(it, ast.Call) and isinstance(it.func, ast.Name):
            first = {"say": 0, "count": 1}.get(it.func.id, len(it.args))
            words = it.args[first : first + 1]
            said.sentences |= {str(one.value) for one in words if isinstance(one, ast.Constant)}
    decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    said.decorated = {ast.unparse(one).partition("(")[0] for one in decorators}
    return said


def _walked(node: ast.AST) -> Iterator[ast.AST]:
    """Walk over all that a function does but to refuse."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if not isinstance(here, ast.Raise):
            yield here
            waiting.extend(ast.iter_child_nodes(here))
