"""Time expressions: the categories of the fixture, anchors and intervals, hostile text."""

import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.times import document, find
from crossread.model.report import Published

FIXTURE = Path(__file__).parents[1] / "fixtures" / "times_news.txt"
MARK = re.compile(r"\[([^\]|]+)\|([DTUS])\|([^\]]+)\]")
TYPES = {"D": "DATE", "T": "TIME", "U": "DURATION", "S": "SET"}
WRITTEN = "2024-05-16"


def published(first, last=None):
    return Published(first, last or first, "metadata", "given")


def marked_lines():
    """(category, day, text, answers) of each sentence of the fixture."""
    category, day, out = "", WRITTEN, []
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            category, day = line[3:], WRITTEN
        elif line.startswith("@ "):
            day = line[2:]
        elif line and not line.startswith("#"):
            text, answers, at = "", [], 0
            for m in MARK.finditer(line):
                text += line[at : m.start()]
                answers.append((len(text), len(text) + len(m[1]), TYPES[m[2]], m[3]))
                text, at = text + m[1], m.end()
            out.append((category, day, text + line[at:], answers))
    return out


LINES = marked_lines()


def test_the_fixture_holds_enough_sentences():
    assert len(LINES) >= 300


@pytest.mark.parametrize("category", dict.fromkeys(c for c, *_ in LINES))
def test_news_sentences(category):
    wrong = []
    for _, day, text, answers in [x for x in LINES if x[0] == category]:
        told = [(t.start, t.end, t.type, t.value) for t in find(text, published(day)) if "/" not in t.value]
        if told != answers:
            wrong.append((text, [(text[a:b], c, v) for a, b, c, v in told]))
    assert not wrong


def one(text, when=None, **options: str):
    found = [t for t in find(text, when, **options) if "/" not in t.value]
    assert len(found) == 1, found
    return found[0]


def test_a_weekday_keeps_the_one_a_week_before():
    t = one("The bridge fell on Friday.", published("2024-05-16"))
    assert (t.earliest, t.latest, t.anchor) == ("2024-05-10", "2024-05-10", "publication")
    assert [c.earliest for c in t.candidates] == ["2024-05-10", "2024-05-03"]
    assert all(c.why for c in t.candidates)


def test_a_weekday_without_publication_stays_unresolved():
    t = one("The bridge fell on Friday.")
    assert (t.value, t.earliest, t.latest) == ("XXXX-WXX-5", None, None)


def test_an_interval_of_publication_gives_an_interval():
    t = one("The gates were opened today.", published("2024-05-16", "2024-05-18"))
    assert (t.earliest, t.latest) == ("2024-05-16", "2024-05-18")
    assert one("The gates were opened on Friday.", published("2024-05-16", "2024-05-18")).earliest == "2024-05-17"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the first week of November", "2023-11-01", "2023-11-07"),
        ("at the beginning of November", "2023-11-01", "2023-11-10"),
        ("in mid-November", "2023-11-11", "2023-11-20"),
        ("in late November", "2023-11-20", "2023-11-30"),
        ("last summer", "2023-06-01", "2023-09-22"),
        ("last week", "2024-05-05", "2024-05-12"),
        ("earlier this month", "2024-05-01", "2024-05-15"),
        ("earlier this year", "2024-01-01", "2024-05-15"),
        ("in the first half of 2022", "2022-01-01", "2022-06-30"),
        ("on the last Sunday of March", "2024-03-31", "2024-03-31"),
        ("in the 1980s", "1980-01-01", "1989-12-31"),
        ("at least two months ago", None, "2024-03-16"),
    ],
)
def test_parts_and_bounds(words, first, last):
    t = one(f"The talks collapsed {words}.", published(WRITTEN))
    assert (t.earliest, t.latest) == (first, last)


def test_a_deadline_at_the_end_of_a_month_is_its_last_day():
    t = one("The work must be done by the end of June.", published(WRITTEN))
    assert (t.earliest, t.latest) == ("2024-06-30", "2024-06-30")


def test_a_range_is_given_beside_its_ends():
    found = find("Patrols will continue between December and January.", published(WRITTEN))
    assert [t.value for t in found] == ["2024-12", "2025-01", "2024-12/2025-01"]
    assert (found[2].earliest, found[2].latest) == ("2024-12-01", "2025-01-31")
    assert found[2].text == "between December and January"
    assert len(document("Raids between December and January.", WRITTEN)["times"]) == 2


def test_a_year_is_shared_by_the_months_it_follows():
    first, second, _ = find("The grants were paid during the months of July and August of 2009.", published(WRITTEN))
    assert (first.value, second.value) == ("2009-07", "2009-08")


def test_deixis_in_a_quotation_is_anchored_at_the_utterance():
    assert one("“We leave tomorrow,” he said.", published(WRITTEN)).anchor == "quote"


def test_a_narrative_takes_the_year_last_told():
    text = "The war began in September 1939. In April the capital fell, and the next day the king fled."
    values = [t.value for t in find(text, None, domain="narrative")]
    assert values[:2] == ["1939-09", "1939-04"]


def test_a_year_in_the_report_dates_its_months_where_publication_is_unknown():
    values = [t.value for t in find("It was the second break in 2008. In January lines were cut.", None)]
    assert values == ["2008", "2008-01"]


def test_document_tells_every_field():
    row = document("It opens on June 7.", WRITTEN)["times"][0]
    assert {"start", "end", "type", "value", "earliest", "latest", "candidates"} <= row.keys()


PIECES = st.sampled_from(
    """Friday last next the first week of early mid - November 21 2025 , . " “ ” ' a an half two three hundred to from
    and between until days ago later 9 : 30 a.m. p m GMT every daily 1990s '90s Christmas Eve in on by past quarter \n
    morning of twenty-three Sept $ % / 12 31 99999999999 BC January May 24th that same night 0""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map(" ".join))
def test_words_are_verbatim_and_intervals_never_inverted(text):
    for when in (None, published(WRITTEN), published("0001-01-01", "9998-12-31")):
        for t in find(text, when):
            assert text[t.start : t.end] == t.text
            assert t.text
            for interval in (t, *t.candidates):
                if interval.earliest is not None and interval.latest is not None:
                    assert date.fromisoformat(interval.earliest) <= date.fromisoformat(interval.latest)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_expressions_stand_in_order_and_do_not_overlap(text):
    found = [t for t in find(text, published(WRITTEN)) if "/" not in t.value]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "one hundred ",
        "the first ",
        "1,",
        "12 ",
        "May ",
        "\n",
        '"',
        "“",
        "more than ",
        "twenty-",
        "0" * 50,
        "from 1990-",
        "every other ",
    ],
)
def test_work_grows_with_the_text_and_not_faster(piece):
    """Eight times the text takes far less than sixty-four times the work."""
    short, long = piece * (20_000 // len(piece)), piece * (160_000 // len(piece))
    spent = []
    for text in (short, long):
        begun = time.process_time()
        find(text, published(WRITTEN))
        spent.append(time.process_time() - begun)
    assert spent[1] < 24 * max(spent[0], 0.05)


def test_the_same_text_gives_the_same_answer():
    text = FIXTURE.read_text("utf-8")
    assert find(text, published(WRITTEN)) == find(text, published(WRITTEN))


@pytest.mark.parametrize(
    ("published", "text", "words", "days"),
    [
        ("2026-03-10", "The work was to begin in May.", "May", ("2026-05-01", "2026-05-31")),
        ("2019-06-09", "That filing came due on May 1.", "May 1", ("2019-05-01", "2019-05-01")),
        ("2025-05-15", "Its grant lapses if no deal is signed by June 30.", "June 30", ("2025-06-30", "2025-06-30")),
        ("2016-04-28", "Marlow won Tuesday's vote.", "Tuesday", ("2016-04-26", "2016-04-26")),
        ("2016-04-28", "Marlow won't run on Tuesday.", "Tuesday", ("2016-05-03", "2016-05-03")),
        (
            "2016-04-28",
            "The results of Tuesday's votes will force Marlow out.",
            "Tuesday",
            ("2016-04-26", "2016-04-26"),
        ),
        ("2016-04-28", "It holds a caucus on Saturday.", "Saturday", ("2016-04-30", "2016-04-30")),
        ("2007-04-10", "Monday's shooting follows two last week.", "Monday", ("2007-04-09", "2007-04-09")),
        ("2007-04-10", "Smoke could be seen on Friday.", "Friday", ("2007-04-06", "2007-04-06")),
        ("2007-04-10", "Smoke could rise on Friday.", "Friday", ("2007-04-13", "2007-04-13")),
        ("2016-04-28", "She'll have a hand at the convention in July.", "July", ("2016-07-01", "2016-07-31")),
        ("2016-04-28", "They met before the feast this summer.", "this summer", ("2016-06-01", "2016-09-22")),
        ("2026-03-10", "They dined on February 20, a Friday.", "Friday", ("2026-02-20", "2026-02-20")),
        (
            "2026-11-13",
            "It leaked on Wednesday. The firm said on Thursday that it looks into it. The leak was sealed at 3.25 p.m.",
            "3.25 p.m.",
            ("2026-11-11", "2026-11-11"),
        ),
        (
            "2026-03-10",
            "At 21:04 on 3 February the jet vanished. It was searched for on Sunday. Contact was lost at 21:04.",
            "21:04",
            ("2026-02-03", "2026-02-03"),
        ),
    ],
)
def test_the_day_is_the_events_and_not_the_last_one_named(published, text, words, days):
    found = find(text, Published(published, published, "metadata"))
    assert [(t.earliest, t.latest) for t in found if t.text == words][-1] == days


def test_a_papers_name_is_no_hour():
    assert find("The Morning Ledger said so.", Published("2026-11-13", "2026-11-13", "metadata")) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Malta gave Tunisia until noon on Thursday to free the ship.", "2026-10-15"),
        ("The exchange was closed until Thursday, with two others.", "2026-10-15"),
        ("The pass had been closed until Thursday.", "2026-10-08"),
    ],
)
def test_a_term_that_somebody_is_given_lies_ahead(text, day):
    assert [t.earliest for t in find(text, published("2026-10-12"))] == [day]


def test_what_was_before_the_calendar_has_no_days():
    (found,) = find("The ice had vanished 7,600 years ago.", published("2026-10-12"))
    assert (found.value, found.earliest, found.latest) == ("PAST_REF", None, None)


def test_the_hours_of_a_ticker_are_those_of_its_day():
    text = (
        "14:05 The agency will look into the gate.\n\n13:30 Residents were led out on 2 May.\n\n"
        "09:20 The head of the agency has resigned."
    )
    found = {t.text: t.earliest for t in find(text, published("2031-05-07"))}
    assert found["09:20"] == found["14:05"] == "2031-05-07"


def test_an_hour_in_two_zones_is_of_the_day_behind_it():
    text = "It could take until December 31. The cuts happened off Larkmoor at 10:00 am (0800 GMT) on Friday."
    found = {t.text: t.earliest for t in find(text, published("2008-12-22"))}
    assert found["10:00 am"] == found["0800 GMT"] == found["Friday"] == "2008-12-19"


def test_a_day_to_come_is_none_on_which_what_is_told_next_happened():
    found = {
        t.text: t.earliest
        for t in find("It could last until December 31. At 9:05 the sirens went.", published("2008-12-22"))
    }
    assert found["9:05"] != "2008-12-31"


def test_what_is_lengthened_until_a_day_lies_ahead():
    found = {t.text: t.earliest for t in find("On Tuesday she lengthened it until Friday.", published("2026-05-06"))}
    assert found == {"Tuesday": "2026-05-05", "Friday": "2026-05-08"}


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The firm dropped its plan on Saturday.", "Saturday", ("2016-04-09", "2016-04-09")),
        ("The union called off a planned strike on Saturday.", "Saturday", ("2016-04-09", "2016-04-09")),
        ("A strike is planned on Saturday.", "Saturday", ("2016-04-16", "2016-04-16")),
        ("The money was gone by March.", "March", ("2016-03-01", "2016-03-31")),
        ("Some worry about the December election.", "December", ("2016-12-01", "2016-12-31")),
        ("Critics who on Sunday cast it as weak should resign.", "Sunday", ("2016-04-10", "2016-04-10")),
        ("Two passengers died overnight.", "overnight", ("2016-04-10", "2016-04-11")),
        ("Nine fell ill, seventeen three days later.", "three days later", ("2016-04-14", "2016-04-14")),
        (
            "Reen, born on 24 February 1955, ran the mill. In 1984 it opened anew. One year later she left.",
            "One year later",
            ("1985-01-01", "1985-12-31"),
        ),
        ("The 07:26 to Rovik hit a wagon at 07:52 on Sunday.", "07:26", ("2016-04-10", "2016-04-10")),
    ],
)
def test_what_only_looks_ahead_as_a_verb_and_what_counts_from_where(text, words, days):
    found = {t.text: (t.earliest, t.latest) for t in find(text, published("2016-04-11"))}
    assert found[words] == days


def test_an_hour_with_a_point_is_told_by_its_clock_or_part_of_the_day():
    found = [
        t.value for t in find("It opened at 2.15 o'clock and shut at 4.30 in the afternoon.", published("2016-04-11"))
    ]
    assert found == ["2016-04-11T02:15", "2016-04-11T16:30"]


def test_a_programmes_name_and_a_term_of_art_are_no_times():
    text = "He spoke on ''60 Minutes.'' of a zero day, then on 48 Hours for 48 hours; the class of '98 heard it."
    found = find(text, published("2016-07-06"))
    assert [t.text for t in found] == ["48 hours", "'98"]
