"""The words by which a report speaks again of a source: pronouns, "one of them", descriptions."""

from tests.trace.made import plain

from crossread.model.actor import Actor, Naming
from crossread.model.span import Extent, Span
from crossread.model.tree import Tree
from crossread.trace.actors import Cast
from crossread.trace.anaphors import Memory
from crossread.trace.outlets import load
from crossread.trace.source import Source, link


def naming(text: str, place: str) -> Naming:
    start = text.index(place)
    return Naming(place, (Span("r00", start, start + len(place), place),))


def memory(text: str, *actors: Actor) -> Memory:
    annotated = plain("r00", text)
    return Memory(annotated, Cast(actors), load(), Tree(annotated))


def spoken(name: str, kind, *nouns: str, several: bool = False) -> Source:
    return Source((link(name, kind, Extent(0, 4)),), frozenset(nouns), several)


def test_one_of_them_is_one_of_the_last_unnamed_people():
    found = memory("Two dockers spoke. One of them laughed.")
    found.add(spoken("two dockers", "unnamed", "dockers", several=True), 0)
    found.add(spoken("Nordvik Ltd", "organisation"), 0)
    last = found.last("several")
    assert last is not None
    assert last.speaker.name == "two dockers"


def test_it_is_a_paper_or_a_body_and_no_person():
    found = memory("A letter came.")
    found.add(spoken("the letter", "document", "letter"), 0)
    found.add(spoken("Ola Berg", "person"), 0)
    last = found.last("thing")
    assert last is not None
    assert last.speaker.name == "the letter"


def test_a_body_is_not_spoken_of_again_by_a_noun_of_another_sort():
    text = "Vastra Bank said no. The union said yes."
    found = memory(text)
    found.add(spoken("Vastra Bank", "organisation", "bank"), 0)
    place = Extent(text.index("The union"), text.index(" said yes"))
    assert found.again(place, ["the", "union"], "union") is None
    again = found.again(place, ["the", "company"], "company")
    assert again is not None
    assert again.speaker.name == "Vastra Bank"


def test_a_body_is_known_by_the_noun_in_its_name():
    text = "The strike was called by Dockers Union. A man spoke. The union said yes."
    union = Actor("a1", "Dockers Union", "organisation", (naming(text, "Dockers Union"),), ())
    place = Extent(text.index("The union"), text.index(" said yes"))
    again = memory(text, union).again(place, ["the", "union"], "union")
    assert again is not None
    assert again.speaker.name == "Dockers Union"


def test_the_president_of_one_country_is_nobodys_president_elsewhere():
    text = "Ines Olin, president of the Chilean senate, spoke. Later the French president spoke."
    olin = Actor(
        "a1", "Ines Olin", "person", (naming(text, "Ines Olin"),), (naming(text, "president of the Chilean senate"),)
    )
    found = memory(text, olin)
    found.add(spoken("Ines Olin", "person", "president"), 0)
    place = Extent(text.index("the French"), text.rindex(" spoke"))
    assert found.again(place, ["the", "french", "president"], "president") is None
    assert found.again(place, ["the", "chilean", "president"], "president") is not None
