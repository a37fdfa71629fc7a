"""The room as a whole: everything lies in the text, hostile text breaks nothing, and companions change nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.annotate.annotator import Annotator
from crossread.model.annotated import Annotated
from crossread.model.report import Debris, Failure, Published, Report

NEWS = (
    "Marr port chief quits over ferry loss\n\n"
    "MARR — Harbour board chair Ruth Adler resigned on Monday, two days after the ferry Solan sank off Marr "
    "with 41 people aboard, a board spokesman said.\n\n"
    "“I should have closed the channel,” Adler told the Boston Courier. She said the board had known of the "
    "shoal since May.\n\n"
    "Transport Minister Paul Lind denied that his ministry was warned. “Nobody wrote to us,” he said, adding "
    "that an inquiry would report by June.\n"
)


def report(text: str, debris: tuple[Debris, ...] = ()) -> Report:
    return Report(
        "r00", "a.txt", "0" * 64, text, "en", Published("2024-03-05", "2024-03-05", "metadata"), debris=debris
    )


def annotated(annotator: Annotator, text: str, debris: tuple[Debris, ...] = ()) -> Annotated:
    found = next(iter(annotator([report(text, debris)])))
    assert not isinstance(found, Failure), found
    return found


def check(found: Annotated) -> None:
    """Every place lies in the text, tokens are in order, and each sentence is one tree."""
    size = len(found.report.text)
    extents = [e for a in found.attributions for part in (a.source, a.cue, a.content) for e in part]
    extents += [r.antecedent for r in found.references]
    for x in (*extents, *found.tokens, *found.sentences, *found.entities, *found.references):
        assert 0 <= x.start < x.end <= size
    assert all(a.end <= b.start for a, b in zip(found.tokens, found.tokens[1:], strict=False))
    at = 0
    for s in found.sentences:
        assert s.first == at < s.last
        at = s.last
        assert (found.tokens[s.first].start, found.tokens[s.last - 1].end) == (s.start, s.end)
        assert [t.head for t in found.tokens[s.first : s.last]].count(-1) == 1
        for i in range(s.first, s.last):
            steps, node = 0, i
            while node >= 0 and steps <= s.last - s.first:
                assert s.first <= node < s.last
                node, steps = found.tokens[node].head, steps + 1
            assert node == -1
    assert at == len(found.tokens)


def test_news_is_read(annotator):
    found = annotated(annotator, NEWS)
    check(found)
    names = {(e.kind, NEWS[e.start : e.end]) for e in found.entities}
    assert ("person", "Ruth Adler") in names
    assert not [n for n in names if n[1] in ("Monday", "May", "June")]
    told = [
        {k: [NEWS[e.start : e.end] for e in getattr(a, k)] for k in ("source", "cue", "content")}
        for a in found.attributions
    ]
    adler = [t for t in told if t["source"] == ["Adler"]]
    assert adler[0]["cue"] == ["told"]
    assert "“I should have closed the channel,”" in adler[0]["content"]
    said_of = {NEWS[r.start : r.end]: NEWS[r.antecedent.start : r.antecedent.end] for r in found.references}
    assert "Adler" in said_of["She"]
    assert "Lind" in said_of["he"]


def test_debris_attributes_nothing(annotator):
    page = "Our editor said you should subscribe today.\n\n"
    text = page + NEWS
    found = annotated(annotator, text, (Debris(0, len(page) - 2, "promotion"),))
    check(found)
    assert found.tokens[0].start == 0
    assert all(e.start >= len(page) for a in found.attributions for e in (*a.source, *a.cue, *a.content))


HOSTILE = {
    "empty": "",
    "space": " \n\t \u2003",
    "nul": "The \x00 board\x00 said \x00\x00 no.\x00",
    "long word": "z" * 10_000 + " said " + "9" * 10_000,
    "emoji": "👩‍👩‍👧 said 🔥🔥🔥 \U0001f1fa\U0001f1f8. " * 30,
    "marks": "e\u0301\u0302\u0303" * 400 + " said o\u0308" * 50,
    "rtl": "\u202eقال الوزير إن السفينة غرقت\u202c. " * 20,
    "cjk": "市長は辞任したと述べた。" * 200,
    "quotes": "“" * 500 + '"' * 500 + "”" * 500,
    "stops": ". " * 3000 + "!?" * 2000,
    "brackets": "([{<" * 1000,
    "surrogate": "lone \ud800 half",
    "hyphens": "a-" * 3000 + "'s" * 2000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_breaks_nothing(annotator, text):
    check(annotated(annotator, text))


def test_a_failure_never_stops_the_rest(annotator, monkeypatch):
    whole = annotator.annotate

    def breaks(one: Report) -> Annotated:
        if one.id == "bad":
            raise RecursionError("deep")
        return whole(one)

    monkeypatch.setattr(annotator, "annotate", breaks)
    bad = Report("bad", "b.txt", "0" * 64, "x", "en", Published())
    first, second = annotator([bad, report(NEWS)])
    assert first == Failure("b.txt", "annotate", "RecursionError: deep")
    assert isinstance(second, Annotated)


def test_companions_change_nothing(annotator):
    alone = annotated(annotator, NEWS)
    beside = list(annotator([report("A very different text.\n" * 40), report(NEWS), report("No.")]))
    assert beside[1] == alone


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text(annotator, text):
    check(annotated(annotator, text))
