"""Owners: figures of two firms do not part."""

import msgspec
import pytest
from tests.compare.stories import embed, story

from crossread.compare import numbers
from crossread.compare.owners import Owners
from crossread.model.actor import Actor, Naming
from crossread.model.span import Span
from crossread.model.story import Story


def owned(*told: str, names: tuple[str, ...], kind: str = "organisation") -> Story:
    """A story in which some words name actors of one kind."""
    made = story(*told)
    actors = []
    for n, name in enumerate(names):
        at = [(a.report.id, a.report.text.find(name)) for a in made.reports]
        spans = tuple(Span(report, start, start + len(name), name) for report, start in at if start >= 0)
        actors.append(Actor(f"a{n}", name, kind, (Naming(name, spans),)))
    return msgspec.structs.replace(made, actors=tuple(actors))


TOLD = ("Osk Motors _has 6,200 dealers in the country.", "Reen Cars _has 5,100 dealers in the country.")


@pytest.mark.parametrize(
    ("names", "kind", "parts"),
    [
        (("Osk Motors", "Reen Cars"), "organisation", True),
        (("Osk Motors",), "organisation", False),  # whose the others are is not told
        (("Osk Motors", "Reen Cars", "country"), "organisation", False),  # one owner in common
        (("Osk Motors", "Reen Cars"), "place", False),
    ],
)
def test_figures_of_two_owners_are_two_counts(names, kind, parts):
    made = owned(*TOLD, names=names, kind=kind)
    assert Owners(made).part(0, 1) is parts
    assert (numbers.find(made, embed) == []) is parts


def test_a_name_within_a_word_is_no_name():
    made = owned("Oskar _has 6,200 dealers.", "Osk _has 5,100 dealers.", names=("Osk",))
    assert Owners(made).of(0) == frozenset()
