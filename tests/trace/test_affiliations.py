"""For whom people speak: bodies named in the words of a job."""

import pytest
from tests.trace.made import plain

from crossread.model.actor import Actor, Naming
from crossread.model.span import Extent, Span
from crossread.model.tree import Tree
from crossread.trace.actors import Cast
from crossread.trace.affiliations import Affiliations
from crossread.trace.anaphors import Memory
from crossread.trace.outlets import load
from crossread.trace.source import Source, link


def bodies(phrase: str, name: str = "Ola Berg") -> list[str]:
    """The bodies behind a person named in a phrase that is a source."""
    text = f"It is safe, said {phrase}."
    place = Extent(text.index(name), text.index(name) + len(name))
    span = Span("r00", place.start, place.end, name)
    person = Actor("a1", name, "person", (Naming(name, (span,)),), ())
    annotated, cast = plain("r00", text), Cast((person,))
    memory = Memory(annotated, cast, load(), Tree(annotated))
    reader = Affiliations(annotated, cast, memory, lambda e, _: Source((link("x", "unnamed", e),)))
    extent = Extent(text.index(phrase), text.index(phrase) + len(phrase))
    return [k.name for k in reader.of(extent, place, person, [(place, person)])]


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("Harbour Rescue spokesman Ola Berg", ["Harbour Rescue"]),
        ("central bank governor Ola Berg", ["central bank"]),
        ("police superintendent Ola Berg", ["police"]),
        ("Ola Berg, an official of the local disaster agency", ["local disaster agency"]),
        ("Ola Berg, chairwoman of the works council", ["works council"]),
    ],
)
def test_the_words_before_a_job_are_the_body(phrase, body):
    assert bodies(phrase) == body


@pytest.mark.parametrize(
    "phrase",
    ["present chairman Ola Berg", "chief executive Ola Berg", "neighbour Ola Berg", "Ola Berg and party officials"],
)
def test_words_of_the_job_itself_are_no_body(phrase):
    assert bodies(phrase) == []
