"""Sources of one claim that reports describe differently: when they are one origin, and when they stay two."""

import pytest

from crossread.compose.origins import count
from crossread.model.claim import Origin, OriginCount, OriginKind
from crossread.model.mention import Link, LinkKind, Mention
from crossread.model.sourcing import SourcingEdge
from crossread.model.span import Span

OUTLETS = {"r00": "Quay Post", "r01": "Harbour Wire"}
KINDS: dict[LinkKind, OriginKind] = {
    "person": "person",
    "organisation": "organisation",
    "unnamed": "unnamed",
    "outlet": "outlet",
}


def told(report: str, text: str, *links: tuple[str, LinkKind]) -> tuple[Mention, Origin, Origin]:
    """A mention with its own report's origin and its root's, an origin for each name."""
    own = Origin(f"own {report}", OUTLETS[report], "report")
    chain = [Link(f"report {report}", "report", origin=own.id)]
    chain += [Link(name, kind, origin=f"{kind} {name}") for name, kind in links]
    root = Origin(f"{links[-1][1]} {links[-1][0]}", links[-1][0], KINDS[links[-1][1]]) if links else own
    return Mention(report, 0, len(text), text, text, "affirmed", "attributed", tuple(chain)), own, root


def counted(
    one: tuple[tuple[str, LinkKind], ...], two: tuple[tuple[str, LinkKind], ...], *edges: SourcingEdge
) -> OriginCount:
    """The count of a claim that two reports tell in words of their own, on these sources' word."""
    a, b = told("r00", "the pier is shut", *one), told("r01", "nobody may walk on the jetty", *two)
    return count([a[0], b[0]], edges, list(dict.fromkeys((*a[1:], *b[1:]))))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("the operator", "unnamed"), ("Marta Okonjo", "person")),
        (("Police", "unnamed"), ("Inspector Hart", "person")),
        (("its operator", "organisation"), ("Quayline", "organisation")),
        (("The ministry", "organisation"), ("Harbour Ministry of Ostreva", "organisation")),
        (("the council's spokeswoman", "unnamed"), ("harbour council", "organisation")),
        (("the bishop", "unnamed"), ("The elderly bishop", "unnamed")),
        (("Dariusz Lemanek", "person"), ("Dariusz Lemaniak", "person")),
        (("Okonjo", "person"), ("Marta Okonjo", "person")),
        (("Nordvik", "organisation"), ("Nordvik Piers", "organisation")),
    ],
)
def test_one_source_told_in_two_ways_is_one_origin(one, two):
    found = counted((one,), (two,))
    assert (found.min, found.max) == (1, 1)
    assert found.reasons


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("the operator", "organisation"), ("police", "organisation")),
        (("the union", "organisation"), ("Harbour Ministry", "organisation")),
        (("The operator", "organisation"), ("Marta Okonjo", "person")),
        (("two officials", "unnamed"), ("Marta Okonjo", "person")),
        (("the official", "unnamed"), ("Marta Okonjo", "person")),
        (("the two passengers", "unnamed"), ("the passengers", "unnamed")),
        (("people near the talks", "unnamed"), ("harbour council", "organisation")),
        (("Marta Okonjo", "person"), ("Ann Hart", "person")),
        (("Marta Okonjo", "person"), ("Peter Okonjo", "person")),
        (("harbour council", "organisation"), ("harbour ministry", "organisation")),
    ],
)
def test_two_sources_stay_two(one, two):
    assert counted((one,), (two,)).min == 2


def test_a_report_that_cites_the_other_stands_on_its_source():
    found = counted((("two officials", "unnamed"),), (("the Quay Post", "organisation"),))
    assert (found.min, found.max) == (1, 1)
    assert "on the word of r00" in found.reasons[-1]


def test_an_own_voice_beside_a_bodys_word_is_the_bodys():
    body = ("harbour council", "organisation")

    def names(start: int) -> SourcingEdge:
        span = Span("r00", start, start + 11, "the council")
        return SourcingEdge("r00", "organisation harbour council", "cites", (span,), directed=True)

    assert counted((), (body,), names(100)).max == 1
    assert counted((), (body,), names(5000)).min == 2
    assert counted((), (body,)).min == 2


@pytest.mark.parametrize(
    ("one", "two", "origins"),
    [
        ("the Peruvian ministry", "the Peruvian transport ministry", 1),
        ("the Bank of Orrin", "the Bank of New Orrin", 2),
        ("National Union", "National Farmers Union", 2),
    ],
)
def test_a_name_shortened_in_its_midst(one, two, origins):
    assert counted(((one, "organisation"),), ((two, "organisation"),)).max == origins


def test_an_outlet_of_a_list_may_be_one_origin_with_the_list():
    both = ("The Harbour Post and The Quay Times", "outlet")
    found = counted((both,), (("The Quay Times", "outlet"),))
    assert (found.min, found.max) == (1, 2)
    assert "may be one origin" in found.reasons[0]
    assert counted((both,), (("The Larkmoor Post", "outlet"),)).min == 2
