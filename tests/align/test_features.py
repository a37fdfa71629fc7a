"""What the join looks at: figures that clash, words without a counterpart, neighbours that are alike."""

import msgspec
import numpy as np

from crossread.align.features import NAMES, matrix
from crossread.align.profile import Profile, Profiles
from crossread.model.vector import InContext

BARE = Profile(
    report="a", start=0, end=5, sentence=0, stems=frozenset(), own=frozenset(), figures=frozenset(),
    names=frozenset(), numbers=(), head="", negated=False, quoted=False, role=False, denied=False, words=3,
    folded="", source=frozenset(),
)  # fmt: skip


def told(rows: list[Profile], vectors: list[list[float]], words: list[list[list[float]]] | None = None) -> Profiles:
    """Profiles that share one set of vectors for all views."""
    v = np.array(vectors, np.float32)
    placed = InContext(v, tuple(np.array(w, np.float16) for w in (words or [[x] for x in vectors])))
    return Profiles(tuple(rows), v, v, placed, {s: 1.0 for row in rows for s in row.stems | row.own})


def feature(name: str, profiles: Profiles) -> float:
    """Of the pair of the first two mentions."""
    hub = np.zeros((len(profiles.rows), 2), np.float32)
    return float(matrix(profiles, np.array([[0, 1]]), hub)[0, NAMES.index(name)])


def change(**values: object) -> Profile:
    return msgspec.structs.replace(BARE, **values)


def test_every_column_is_filled():
    row = change(stems=frozenset({"sink"}), own=frozenset({"sink"}), source=frozenset({"guard"}), folded="sink")
    hub = np.zeros((2, 2), np.float32)
    x = matrix(told([row, row], [[1, 0], [1, 0]]), np.array([[0, 1]]), hub)
    assert x.shape == (1, len(NAMES))
    assert {n: x[0, NAMES.index(n)] for n in ("bias", "cosine", "dice", "source_alike")} == {
        "bias": 1, "cosine": 1, "dice": 1, "source_alike": 1,
    }  # fmt: skip


def test_disjoint_figures_of_one_noun_clash():
    four, nine = (change(numbers=((n, n, "", "person"),)) for n in (4.0, 9.0))
    ships = change(numbers=((9.0, 9.0, "", "ship"),))
    assert feature("number_clashes", told([four, nine], [[1, 0], [1, 0]])) == 1
    assert feature("number_clashes", told([four, ships], [[1, 0], [1, 0]])) == 0


def test_a_word_without_a_counterpart_is_seen():
    both = told([BARE, BARE], [[1, 0], [1, 0]], [[[1, 0], [0, 1]], [[1, 0]]])
    assert feature("words_alike", both) == 1
    assert feature("word_apart", both) == 0


def test_neighbours_stand_on_the_same_side():
    rows = [change(report=r, start=at) for r, at in (("a", 0), ("b", 0), ("a", 9), ("b", 9))]
    alike = told(rows, [[1, 0], [0, 1], [1, 0], [1, 0]])
    assert feature("neighbours", alike) == 1
    apart = told([*rows[:2], change(report="a", start=-5), rows[3]], [[1, 0], [0, 1], [1, 0], [1, 0]])
    assert feature("neighbours", apart) == 0


def test_different_sources_clash():
    guard, mayor = change(source=frozenset({"guard"})), change(source=frozenset({"mayor"}))
    assert feature("source_clashes", told([guard, mayor], [[1, 0], [1, 0]])) == 1
    assert feature("source_clashes", told([guard, BARE], [[1, 0], [1, 0]])) == 0


def test_two_stretches_of_one_sentence_stand_together():
    first, second = change(start=0, end=9), change(start=12, end=20)
    other = change(start=30, end=40, sentence=25)
    assert feature("together", told([first, second], [[1, 0], [1, 0]])) == 1
    assert feature("together", told([first, other], [[1, 0], [1, 0]])) == 0
    assert feature("together", told([first, change(report="b")], [[1, 0], [1, 0]])) == 0
