"""No model slips below what it reached: a share of every development set, measured again."""

import json
from pathlib import Path

import pytest
from benchmarks import quality

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))

PROCESSOR = 1.0
"""Points by which the last digits of another processor move a figure (docs/models.md, "Processors")."""


@pytest.fixture(scope="module")
def tasks() -> dict[str, quality.Task]:
    return {t.name: t for t in quality.tasks()}


@pytest.mark.parametrize("name", FLOORS["tasks"])
def test_floor(name, tasks, shared):
    pinned = FLOORS["tasks"][name]
    path = quality.place(shared / "data", pinned["data"])
    if not path.exists():
        pytest.skip(f"needs {pinned['data']}")
    assert quality.digest(path) == pinned["sha256"], "the data changed: measure the floors anew"
    told = tasks[name].measure(path, tasks[name].every)
    slipped = {k: (round(told[k], 1), floor) for k, floor in pinned["floors"].items() if told[k] < floor - PROCESSOR}
    assert not slipped
