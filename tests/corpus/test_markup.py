"""The inline mark-up: what is read is what the reader sees, and every span is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markup import MarkupError, parse_interval, parse_range, parse_report

HEADER = "outlet: Fen Gazette\npublished: 2031-03-04\nmanner: local paper\nfrom: own reporter\n---\n"


def parse(body, header=HEADER):
    return parse_report("r01", "s/r01.txt", header + body)


def spans(report):
    return {m.note or m.name or m.sort: report.text[m.start : m.end] for m in report.marks}


def test_marks_nest_and_leave_the_text():
    report = parse("{@mayor|{s|She} {k|said} {toll-2|{n=2 people killed|two} men {died|had died}}}.")
    assert report.text == "She said two men had died."
    assert spans(report) == {
        "mayor": "She said two men had died",
        "source": "She",
        "cue": "said",
        "toll-2": "two men had died",
        "people killed": "two",
        "died": "had died",
    }


def test_tagged_marks_cross():
    report = parse("{early #1|On {died|Monday night #1} two men died}.")
    assert spans(report) == {"early": "On Monday night", "died": "Monday night two men died"}


def test_lines_join_and_paragraphs_part():
    report = parse("One\nline.\n\nNext {aa|one}.", HEADER.replace("---", "paragraphs: line\n---"))
    assert report.text == "One line.\nNext one."


def test_title_line_stands_in_the_text_and_flags_its_mentions():
    report = parse("# {fire|Mill burns}\n\nIt {fire|burnt}.")
    assert report.title == "Mill burns"
    assert [m.headline for m in report.marks] == [True, False]


def test_escaped_braces_are_text():
    assert parse(r"A \{b\} c").text == "A {b} c"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{aa|open", "not closed"),
        ("shut}", "closes no mark"),
        ("{aa| space}", "begins or ends with a space"),
        ("{z=1|x}", "is no mark"),
        ("{t=2031-02-30|x}", "no day of the calendar"),
        ("{aa loud|x}", "no flag"),
        ("{no bar}", "opens no mark"),
    ],
)
def test_faults_name_file_and_line(body, says):
    with pytest.raises(MarkupError, match=says) as error:
        parse("Fine.\n\n" + body)
    assert "s/r01.txt:8" in str(error.value)


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("2031-03-04", ("2031-03-04", "2031-03-04")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2031-03..", ("2031-03-01", None)),
        ("..2031-03-04", (None, "2031-03-04")),
        ("?", (None, None)),
    ],
)
def test_intervals(written, bounds):
    assert parse_interval(written, "here") == bounds


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("12", (12, 12)),
        ("12..", (12, None)),
        ("..9", (None, 9)),
        ("3.5m", (3_500_000, 3_500_000)),
        ("2..4", (2, 4)),
    ],
)
def test_ranges(written, bounds):
    assert parse_range(written, "here") == bounds


LETTERS = st.characters(blacklist_characters="{}\\#|", blacklist_categories=("Z", "C"))
WORD = st.text(LETTERS, min_size=1, max_size=6)


@st.composite
def marked(draw, depth=3):
    """(marked text, plain text) of some words, some of them inside marks inside marks."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            inside, plain = draw(marked(depth - 1))
            parts.append((f"{{claim-{depth}|{inside}}}", plain))
        else:
            word = draw(WORD)
            parts.append((word, word))
    return " ".join(a for a, _ in parts), " ".join(b for _, b in parts)


@given(marked())
def test_stripping_gives_back_the_plain_text_and_exact_spans(pair):
    body, plain = pair
    report = parse("x " + body)
    assert report.text == "x " + plain
    for mark in report.marks:
        assert report.text[mark.start : mark.end].strip()
        assert all(p.start <= mark.start and mark.end <= p.end for p in mark.parents)
