"""Details: the words of a mention that tell when, where and how many."""

import pytest

from crossread.model.report import Published, Report
from crossread.trace import mentions


@pytest.fixture(scope="module")
def told(annotator):
    """Text to {(kind, words): proposition}."""

    def of(text: str) -> dict[tuple[str, str], str]:
        report = Report("r00", "r.txt", "0" * 64, text, "en", Published("2021-03-10", "2021-03-10", "metadata"))
        found = mentions.told(annotator.annotate(report))
        for d in found.details:
            whole = found.mentions[d.mention]
            assert whole.start <= d.start < d.end <= whole.end
        return {(d.kind, text[d.start : d.end]): d.proposition for d in found.details}

    return of


def test_day_place_and_number_are_told_apart(told):
    found = told("Three cables were cut off the coast of Norway on Friday.")
    assert ("how many", "Three cables were cut") in found
    assert ("where", "were cut off the coast of Norway") in found
    assert any(kind == "when" and words.endswith("on Friday") for kind, words in found)


def test_a_detail_stands_alone(told):
    found = told("The ferry sank in the bay, and it was raised in Bergen on Monday.")
    raised = [line for (kind, words), line in found.items() if "raised" in words]
    assert raised
    assert all("raised" in line and line.split()[0] in ("The", "it", "the") for line in raised)


def test_who_acts_and_on_what_is_no_place(told):
    assert not [words for kind, words in told("Norway left the talks with Sweden.") if kind == "where"]


def test_an_hour_alone_is_no_day(told):
    assert not [words for kind, words in told("The crane fell at 07:28.") if kind == "when"]


def test_one_value_is_told_once_a_mention(told):
    days = [words for kind, words in told("The crane fell at noon on Friday, 5 March.") if kind == "when"]
    assert len(days) == 1
