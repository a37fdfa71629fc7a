"""Every character of a report is shown once, and words and mentions lead to each other."""

from dossiers import hostile
from hypothesis import given
from hypothesis import strategies as st
from sula import sula

from crossread.model.claim import Claim, OriginCount
from crossread.model.dossier import SCHEMA, Dossier, Made, StoryHead
from crossread.model.mention import Link, Mention
from crossread.model.report import Debris, Published, Report
from crossread.model.sourcing import Sourcing
from crossread.show.index import Index
from crossread.show.marked import Marks, marked, paragraphs


def dossier_of(text: str, spans: list[tuple[int, int]], debris: tuple[Debris, ...] = ()) -> Dossier:
    """One report with one claim for each span."""
    report = Report("r0", "r0.txt", "0" * 64, text, "en", Published(), debris=debris)
    claims = tuple(
        Claim(f"c{n}", "gloss", "event",
              (Mention("r0", a, b, text[a:b], text[a:b], "affirmed", "asserted", (Link("r0", "report"),)),),
              ("r0",), OriginCount(1, 1, ()), "single-origin")
        for n, (a, b) in enumerate(spans)
    )  # fmt: skip
    return Dossier(SCHEMA, Made("0", None, {}, {}), StoryHead("", None, None), (report,), (), (), claims,
                   (), (), (), (), (), (), (), Sourcing(), (), ())  # fmt: skip


def shown(dossier: Dossier):
    """The paragraphs of the first report."""
    return marked(dossier.reports[0], Index(dossier), Marks.of(dossier))


@st.composite
def texts_with_spans(draw):
    """Text with line breaks and any spans over it, nested, crossing or the same."""
    text = draw(st.text(alphabet="ab é🧨\n", min_size=1, max_size=60))
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place), max_size=8))
    return text, [(min(a, b), max(a, b)) for a, b in pairs if a != b]


@given(texts_with_spans())
def test_segments_are_the_paragraphs_and_every_mention_is_linked_both_ways(case):
    text, spans = case
    dossier = dossier_of(text, spans)
    found = shown(dossier)
    assert ["".join(s.text for s in p.segments) for p in found] == [text[a:b] for a, b in paragraphs(text)]
    segments = [s for p in found for s in p.segments]
    for segment in segments:
        assert text[segment.start : segment.end] == segment.text
    for claim in dossier.claims:
        m = claim.mentions[0]
        if all(any(a <= i < b for a, b in paragraphs(text)) for i in range(m.start, m.end)):
            linked = {s.place.claim for s in segments if s.place} | {a.claim for s in segments for a in s.also}
            assert claim.id in linked, "no way from the words to the claim"
            anchors = [a for s in segments for a in s.anchors]
            assert anchors.count(Index(dossier).anchor(claim.id, m)) == 1, "no way from the claim to the words"


def test_a_segment_links_to_the_shortest_mention_over_it():
    found = shown(dossier_of("one two three", [(0, 13), (4, 7)]))[0].segments
    assert [(s.text, s.place.claim) for s in found] == [("one ", "c0"), ("two", "c1"), (" three", "c0")]


def test_a_mention_that_is_nowhere_the_shortest_gets_a_marker():
    found = shown(dossier_of("one two", [(0, 7), (0, 7)]))[0].segments
    assert [[p.claim for p in s.also] for s in found] in ([["c0"]], [["c1"]])


def test_paragraphs_stand_between_blank_lines_or_else_between_line_ends():
    assert paragraphs("a\nb\n\nc") == [(0, 3), (5, 6)]
    assert paragraphs("a\nb") == [(0, 1), (2, 3)]


def test_debris_names_its_paragraph_only_where_all_of_it_is_debris():
    text = "Told.\n\nShare this\nComment\n\nTold. Share"
    debris = (Debris(7, 17, "share line"), Debris(18, 25, "comment form"), Debris(33, 38, "share line"))
    found = shown(dossier_of(text, [], debris))
    assert [p.debris for p in found] == ["", "share line, comment form", ""]
    assert [(s.text, s.debris) for s in found[2].segments] == [("Told. ", ""), ("Share", "share line")]


def test_times_and_names_are_marked():
    dossier = sula()
    segments = [s for p in marked(dossier.reports[0], Index(dossier), Marks.of(dossier)) for s in p.segments]
    assert {s.text for s in segments if s.time} == {"Tuesday", "2 March"}
    assert {s.actor for s in segments if s.actor} == {"Ines Holm", "Teller Lines", "Larkmoor"}


def test_hostile_text_stays_whole():
    dossier = hostile()
    for report in dossier.reports:
        found = marked(report, Index(dossier), Marks.of(dossier))
        assert "".join(s.text for p in found for s in p.segments) == report.text.replace("\n\n", "")
