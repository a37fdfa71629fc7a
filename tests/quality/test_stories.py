"""Floors on the stories with keys that lie beside the repository: what is reached is not lost again."""

import hashlib
import json
from pathlib import Path

import pytest

FLOORS = json.loads(Path(__file__).with_name("stories.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scored(request, shared):
    from benchmarks import keyed, stories
    from tests.stories import pipeline

    folder = shared / "stories" / request.param
    if not folder.is_dir():
        pytest.skip(f"needs {folder}")
    assert hashlib.sha256((folder / "key.json").read_bytes()).hexdigest() == FLOORS[request.param]["key_sha256"]
    assert shared == keyed.SHARED
    return FLOORS[request.param], stories.score(pipeline(), folder)[0]


PROCESSOR = 0.02
"""By how much the last digits of another processor's floating point move a figure (docs/models.md, "Processors")."""
MEASURED = ("claims", "bcubed", "sources", "certainty", "quotes", "times", "covered", "recall", "origins")


@pytest.mark.parametrize("name", MEASURED)
def test_a_figure_stays_above_its_floor(scored, name):
    floors, figures = scored
    reached = {
        "claims": figures["claims"]["f1"],
        "bcubed": figures["bcubed"]["f1"],
        "covered": figures["bcubed"]["gold_mentions_covered"],
        "sources": figures["sources"]["accuracy"],
        "certainty": figures["certainty"]["accuracy"],
        "quotes": figures["quotes"]["f1"],
        "times": figures["times"]["exact"],
        "recall": figures["conflicts"]["r"],
        "origins": figures["origins"]["balanced_accuracy"],
    }
    assert reached[name] >= floors[name] - PROCESSOR


def test_debris_and_false_conflicts_stay_below_theirs(scored):
    floors, figures = scored
    assert figures["debris"] <= floors["most_debris"]
    assert round(figures["conflicts"]["predicted"] * (1 - figures["conflicts"]["p"])) <= floors["most_false_conflicts"]


def test_every_span_is_verbatim(scored):
    assert scored[1]["spans_not_verbatim"] == 0
