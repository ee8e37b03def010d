"""The layers: who may import whom, and what each may take from outside.

``A <- B`` in the architecture means that B may import A and all that A may import.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "ilead_studio"

EVERYWHERE = {"", "catalogue", "errors", "resources", "wanted", "words"}
"""What says, finds, refuses and gives up; the empty name is the package itself (its version)."""
BELOW = {
    "": set(),
    "errors": set(),
    "resources": set(),
    "catalogue": set(),
    "words": set(),
    "wanted": set(),
    "places": set(),
    "model": set(),
    "rules": {"model"},
    "edits": {"model", "rules"},
    "session": {"model", "rules", "edits"},
    "drawing": {"model", "rules"},
    "packet": {"model", "rules", "drawing", "edits"},
    "handouts": {"model", "rules", "drawing", "edits", "packet"},
    "office": {"model", "rules", "drawing", "edits", "packet"},
    "storage": {"model"},
    "exchange": {"model", "rules", "edits"},
    "progress": set(),
    "planning": {"model", "rules", "drawing"},
    "trouble": {"model", "storage", "surroundings"},
    "surroundings": {"places", "model", "storage"},
    "preview": {
        "model",
        "rules",
        "drawing",
        "edits",
        "packet",
        "handouts",
        "office",
        "storage",
        "surroundings",
    },
}
"""Each layer under the window, and the layers that it may import."""
DONE_BY = {
    "collecting", "commands", "comparing", "exporting", "handing", "joining", "removing", "app",
    "ui",
}  # fmt: skip
"""What does the commands of the command line."""
WINDOW = {
    "ui": set(),
    "app": {"ui"},
    "commands": {"app"},
    "exporting": {"commands", "app", "ui"},
    "comparing": {"commands", "app", "ui"},
    "collecting": {"commands", "app", "ui"},
    "removing": {"commands", "app", "ui"},
    "handing": {"commands", "app", "ui"},
    "joining": {"comparing", "commands", "app", "ui"},
    "asked": DONE_BY,
    "cli": {"asked", *DONE_BY},
    "__main__": {"cli"},
}
"""What stands above them: each may import every layer of ``BELOW``, and these of its own."""
LATE = (
    "asked.py", "cli.py", "collecting.py", "commands.py", "comparing.py", "exporting.py",
    "handing.py", "joining.py", "removing.py", "__main__.py",
)  # fmt: skip
"""The command line: it loads the window only inside the functions that open one."""
HOMES = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "networkx": {"rules"},
    "reportlab": {"handouts"},
    "pypdf": {"exchange"},
    "pptx": {"office"},
    "docx": {"office"},
    "openpyxl": {"office"},
    "platformdirs": {"places"},
    "pypdfium2": {"preview"},
}
"""The only layers in which a library from outside may be named."""
PYDANTIC = ("pydantic", "pydantic_core")
"""The one library of the model, and its own core."""


def layer(module: str) -> str:
    """Return the layer of one of our modules: ``ilead_studio.model.cycle`` lies in ``model``."""
    return [*module.split("."), ""][1]


def imported(tree: ast.AST) -> Iterator[str]:
    """Name every module that a source imports, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            if node.module == "ilead_studio":
                yield from (f"ilead_studio.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def refused(here: str, module: str) -> bool:
    """Tell whether a layer may not import a module."""
    library = module.split(".")[0]
    if library != "ilead_studio":
        foreign = library not in sys.stdlib_module_names
        return here not in HOMES.get(library, {here}) or (
            here == "model" and foreign and library not in PYDANTIC
        )
    there = layer(module)
    if there.isupper():  # VERSION, from the package itself
        return False
    if here in WINDOW:
        return there not in {here, *BELOW, *WINDOW[here]}
    return there not in {here, *EVERYWHERE, *BELOW[here]}


def broken(source: str, here: str) -> list[str]:
    """Name the imports in a source that its layer may not make."""
    return [module for module in imported(ast.parse(source)) if refused(here, module)]


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def place(path: Path) -> str:
    """Return the layer in which a source file lies."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_module_imports_only_what_its_layer_may(path: Path) -> None:
    assert place(path) in {*BELOW, *WINDOW}, "a new layer needs a line in this test"
    assert broken(path.read_text(encoding="utf-8"), place(path)) == []


@pytest.mark.parametrize(
    ("here", "source"),
    [
        ("model", "import networkx"),
        ("model", "from ilead_studio.rules.outline import outline"),
        ("model", "import numpy"),
        ("rules", "def late():\n    from ilead_studio import edits"),
        ("session", "from ilead_studio.drawing.ops import Drawing"),
        ("drawing", "from ilead_studio.ui import canvas"),
        ("drawing", "from PySide6.QtGui import QFont"),
        ("storage", "import platformdirs"),
        ("cli", "import reportlab.lib"),
        ("ui", "from ilead_studio import cli"),
        ("storage", "from ilead_studio.surroundings import Surroundings"),
    ],
)
def test_a_forbidden_import_is_noticed(here: str, source: str) -> None:
    assert broken(source, here) != []


def at_once(tree: ast.AST) -> ast.AST:
    """Return the source without the bodies of its functions, which run later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body = []
    return tree


@pytest.mark.parametrize("name", LATE)
def test_the_command_line_loads_the_window_only_when_it_opens_one(name: str) -> None:
    tree = at_once(ast.parse((PACKAGE / name).read_text(encoding="utf-8")))
    layers = {layer(it) for it in imported(tree) if it.startswith("ilead_studio")}
    assert layers.isdisjoint({"ui", "app", "handouts", "office"})


def test_no_file_is_longer_than_400_lines() -> None:
    files = [*sources(), *ROOT.glob("tests/**/*.py"), *ROOT.glob("resources/**/*.py")]
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_the_heavy_libraries_wait_until_they_are_needed() -> None:
    layers = ("model", "rules", "edits", "session", "drawing")
    inside = [path for path in sources() if place(path) in layers]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in inside]
    program = f"import sys\nimport {', '.join(names)}\nprint(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {module.split(".")[0] for module in run.stdout.split()}
    assert "pydantic" in loaded
    assert loaded.isdisjoint({"networkx", "reportlab", "PySide6", "fontTools", "platformdirs"})


LATER = (
    "capture.tray", "commands.key_sheet", "commands.search", "drivers.aim_card",
    "drivers.headings_card", "drivers.making", "files.offer_list", "files.recents",
    "finding.found_list", "finding.panel", "frame.no_page", "links.card", "merging.view",
    "packets.export_card", "packets.returned_card", "packets.section", "past.earlier_view",
    "past.undo_list", "pasting.outline_card", "pasting.paste_card", "settings.page",
    "sight.filter_bar", "sight.page", "start.page", "start.templates_card", "votes.blind",
    "votes.deeds", "votes.form", "votes.list_view", "votes.panel", "votes.result",
)  # fmt: skip
"""What the first picture does not need: each is loaded when somebody first asks for it."""


def test_the_window_loads_only_what_its_first_picture_needs() -> None:
    program = "import sys\nimport ilead_studio.app\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "ilead_studio.ui.window" in loaded
    heavy = {"networkx", "reportlab", "fontTools", "pypdf", "pptx", "docx", "openpyxl"}
    assert loaded.isdisjoint(heavy)
    assert loaded.isdisjoint(f"ilead_studio.ui.{name}" for name in LATER)
    assert all((PACKAGE / "ui" / f"{name.replace('.', '/')}.py").exists() for name in LATER)


WAITS = {
    "exists", "glob", "is_dir", "is_file", "is_folder", "iterdir", "mkdir", "open", "read_bytes",
    "read_text", "rglob", "samefile", "unlink", "write_bytes", "write_text",
}  # fmt: skip
"""What asks the disk, whoever does it."""
BEFORE = {"filing.py open_file", "window.py __init__"}
"""What waits for the disk before there is a window to hold up."""


def by_itself(node: ast.AST) -> Iterator[ast.Call]:
    """Give the calls in a method, but not those that it hands over to be made by somebody else."""
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.Lambda | ast.FunctionDef):
            if isinstance(part, ast.Call):
                yield part
            yield from by_itself(part)


def asks_disk(call: ast.Call) -> bool:
    """Tell whether a call waits for a disk: that of a path, of a disk, or of who is given one."""
    asked, _, name = ast.unparse(call.func).rpartition(".")
    given = [ast.unparse(it) for it in (*call.args, *(it.value for it in call.keywords))]
    takes = any(it.endswith("disk") for it in given) and name.islower() and name != "partial"
    return asked.endswith("disk") or takes or (name in WAITS and (name != "open" or not asked))


def waiting(source: str) -> Iterator[str]:
    """Name the methods of Qt's objects in a source that wait for a disk."""
    classes = (it for it in ast.walk(ast.parse(source)) if isinstance(it, ast.ClassDef))
    for method in (part for it in classes if it.bases for part in it.body):
        if isinstance(method, ast.FunctionDef) and any(map(asks_disk, by_itself(method))):
            yield method.name


def test_the_window_waits_for_no_disk() -> None:
    found = {f"{it.name} {name}" for it in (PACKAGE / "ui").rglob("*.py")
             for name in waiting(it.read_text(encoding="utf-8"))}  # fmt: skip
    assert found == BEFORE


@pytest.mark.parametrize(
    ("line", "waits"),
    [
        ("self._disk.read(path, 9)", True),
        ("open_workbook(path, self._around.disk)", True),
        ("path.exists()", True),
        ("open(path)", True),
        ("self.card.open(path)", False),
        ("self.line.do(lambda: disk.names(folder), self.hear)", False),
        ("self.line.do(partial(open_workbook, path, disk))", False),
        ("Watch(window.around.disk)", False),
    ],
)
def test_a_method_that_waits_is_noticed(line: str, waits: bool) -> None:
    source = f"class One(QObject):\n    def two(self):\n        {line}"
    assert bool([*waiting(source)]) is waits


def test_no_row_is_put_under_the_invisible_root_of_a_model() -> None:
    """Qt keeps what stands there after the model was cleared, and frees it twice."""
    sources = {it.name: it.read_text(encoding="utf-8") for it in PACKAGE.rglob("*.py")}
    assert [name for name, source in sources.items() if "invisibleRootItem" in source] == []
