"""The rooms import one way: model, then the stages apart from each other, then pipeline, run, cli and serve."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "crossread"
STAGES = ("read", "annotate", "trace", "align", "compare", "compose", "show")
BENEATH = {"model", "errors", "settings", "models", "__init__"}
LONGEST = 410
"""Lines of a file: "about 400" is the house rule."""
MODULES = sorted(SOURCE.rglob("*.py"))


def imported_rooms(path: Path) -> set[str]:
    """The first parts, below ``crossread``, of what a module imports."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{a.name}" if node.module == "crossread" else node.module for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        rooms |= {n.split(".")[1] for n in names if n.startswith("crossread.")}
    return rooms - {"__version__"}


def room(path: Path) -> str:
    """The room a module lies in; its own name where it stands above the rooms."""
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else path.stem


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "model"], ids=lambda p: p.stem)
def test_records_import_nothing_else_of_ours(path):
    assert imported_rooms(path) <= {"model"}


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) in STAGES], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_stages_do_not_import_one_another_nor_what_stands_above(path):
    assert imported_rooms(path) <= BENEATH | {room(path)}


def test_pipeline_does_not_import_what_stands_above():
    assert not imported_rooms(SOURCE / "pipeline.py") & {"run", "cli", "serve"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_files_stay_readable(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
