"""Figures as intervals, with unit and counted noun; and the numbers that are no figures."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.quantities import find
from crossread.model.annotated import Sentence, Token
from crossread.model.report import Published, Report


def one(text):
    found = find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "text", "low", "high", "unit", "counted"),
    [
        ("The raid left at least 83 people dead.", "at least 83", 83, None, None, "people dead"),
        ("They reported over 80 casualties there.", "over 80", 80, None, None, "casualties"),
        ("A US$50 million reward was offered.", "US$50 million", 50e6, 50e6, "USD", "reward"),
        ("The deal is worth £1.2bn.", "£1.2bn", 1.2e9, 1.2e9, "GBP", None),
        ("They paid 1.2bn euros.", "1.2bn euros", 1.2e9, 1.2e9, "EUR", None),
        ("A third of the homes burned.", "A third", 100 / 3, 100 / 3, "%", "homes"),
        ("Dozens of people fled.", "Dozens", 24, None, None, "people"),
        ("Two to three ships were sent.", "Two to three", 2, 3, None, "ships"),
        ("Twenty-three men were held.", "Twenty-three", 23, 23, None, "men"),
        ("About 40 per cent of traffic was lost.", "About 40 per cent", 37, 43, "%", "traffic"),
        ("Up to 70% of homes were dark.", "Up to 70%", 0, 70, "%", "homes"),
        ("More than 5,000 names were handed in.", "More than 5,000", 5000, None, None, "names"),
        (
            "Some two hundred and eleven passengers escaped.",
            "Some two hundred and eleven",
            195.175,
            226.825,
            None,
            "passengers",
        ),
        ("Between 3,000 and 5,000 routes vanished.", "Between 3,000 and 5,000", 3000, 5000, None, "routes"),
        ("It lies 10 miles off the coast.", "10 miles", 16.09344, 16.09344, "km", None),
        ("Three out of four lines were cut.", "Three out of four", 3, 3, None, "lines"),
        ("Hundreds of thousands of demonstrators marched.", "Hundreds of thousands", 2e5, None, None, "demonstrators"),
        ("No fewer than six undersea cables failed.", "No fewer than six", 6, None, None, "undersea cables"),
        ("One bridge collapsed in the storm, officers said.", None, None, None, None, None),
        ("Fewer than ten houses stand.", "Fewer than ten", 0, 10, None, "houses"),
        ("Half of the crops were lost.", "Half", 50, 50, "%", "crops"),
        ("Nearly 300 workers struck.", "Nearly 300", 282, 300, None, "workers"),
    ],
)
def test_figures(sentence, text, low, high, unit, counted):
    if text is None:
        assert all(q.text.lower() != "one" or q.counted for q in find(sentence))
        return
    q = one(sentence)
    assert (q.text, q.unit, q.counted) == (text, unit, counted)
    assert q.min == pytest.approx(low) if low is not None else q.min is None
    assert q.max == pytest.approx(high) if high is not None else q.max is None


@pytest.mark.parametrize(
    "sentence",
    [
        "He finished second in the race.",
        "It was signed on 21 November 2025.",
        "Call +44 20 7946 0958 for help.",
        "The 35-year-old was unhurt.",
        "She is 35 years old.",
        "Flight 370 vanished.",
        "The uPhone 4 buyers were told nothing.",
        "The four-month campaign went on.",
        "Air Force One landed.",
        "No one was hurt.",
        "See https://example.org/a/12345/page.",
        "It was their 3rd win.",
        "The score was 3-2.",
        "One of the men spoke.",
        "Resolution 1701 was read out.",
        "They drove a four-by-four car into it.",
        "They had a one-on-one talk.",
        "It is a nine-to-five job.",
    ],
)
def test_numbers_that_count_nothing(sentence):
    assert find(sentence) == ()


def test_syntax_tells_the_counted_noun_across_its_modifiers():
    text = "Nine brave old rescue miners spoke."
    tokens = (
        Token(0, 4, "NUM", 4, "nummod"), Token(5, 10, "ADJ", 4, "amod"), Token(11, 14, "ADJ", 4, "amod"),
        Token(15, 21, "NOUN", 4, "compound"), Token(22, 28, "NOUN", 5, "nsubj"), Token(29, 34, "VERB", -1, "root"),
        Token(34, 35, "PUNCT", 5, "punct"),
    )  # fmt: skip
    (q,) = find(text, tokens, (Sentence(0, 35, 0, 7),))
    assert q.counted == "brave old rescue miners"


PIECES = st.sampled_from(
    "one two hundred and million at least about US$ £ 3 , 000 1.5 % per cent of people to - between half a dozen k bn \n . 99999999999999999999".split()  # noqa: E501
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map(" ".join))
def test_words_are_verbatim_and_bounds_in_order(text):
    for q in find(text):
        assert text[q.start : q.end] == q.text
        if q.min is not None and q.max is not None:
            assert q.min <= q.max
        if q.counted is not None:
            assert text[q.counted_start : q.counted_end] == q.counted


@pytest.mark.parametrize("piece", ["one hundred ", "1,", "1-", "twenty-", "$", "half ", "9 of the ", "+12 345-"])
def test_work_grows_with_the_text_and_not_faster(piece):
    spent = []
    for size in (10_000, 80_000):
        begun = time.process_time()
        find(piece * (size // len(piece)))
        spent.append(time.process_time() - begun)
    assert spent[1] < 24 * max(spent[0], 0.05)


@pytest.mark.parametrize(
    ("text", "figure", "counted"),
    [
        ("The death toll climbed to five on Friday.", "five", "toll"),
        ("The ministry put the total number of injured at 52.", "52", "injured"),
        ("Five have died since Monday.", "Five", "died"),
    ],
)
def test_a_figure_without_a_noun_counts_what_its_clause_tells(annotator, text, figure, counted):
    report = Report("r00", "r.txt", "", text, "en", Published())
    assert [(q.text, q.counted) for q in annotator.annotate(report).quantities] == [(figure, counted)]


def test_half_an_apology_is_no_share():
    assert find("She wanted half an apology.") == ()


@pytest.mark.parametrize(
    ("text", "unit", "least"),
    [
        ("They drilled a 412m core.", "m", 412),
        ("It lies 30m below the road.", "m", 30),
        ("The app has 412m users.", None, 412e6),
        ("Profit fell to £412m.", "GBP", 412e6),
        ("It sold 3.2m units.", None, 3.2e6),
    ],
)
def test_m_is_metres_or_millions_by_what_follows(text, unit, least):
    assert [(q.unit, q.min) for q in find(text)] == [(unit, least)]


def test_a_third_man_is_no_third_of_a_man():
    assert find("A third man was arrested.") == ()
    assert [q.unit for q in find("A third of the members left.")] == ["%"]
