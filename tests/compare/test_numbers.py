"""Number conflicts: figures of one count that no number fits; containment and later tolls are refinements."""

import msgspec
import pytest
from tests.compare.stories import embed, story

from crossread.compare import numbers
from crossread.compare.counted import counts
from crossread.model.report import Published
from crossread.model.story import Story


def kinds(*told: str, **options: object):
    return [c.severity for c in numbers.find(story(*told, **options), embed)]


def test_disjoint_figures_of_one_noun_are_a_conflict():
    found = numbers.find(
        story("Three undersea cables _broke near Malta.", "Four undersea cables _broke near Malta."), embed
    )
    assert [c.severity for c in found] == ["conflict"]
    assert [s.value for s in found[0].sides] == ["3 undersea cables", "4 undersea cables"]
    assert "r00 “Three undersea cables”" in found[0].explanation


def test_a_figure_that_holds_the_other_is_a_refinement():
    assert kinds("At least 83 people dead _lay there.", "Over 80 people dead _lay there.") == ["refinement"]


def test_words_of_one_class_are_one_count():
    assert kinds("Two people _died in the fire.", "The fire _killed three people.") == ["conflict"]


def test_a_higher_toll_on_a_later_day_is_an_update():
    days = {0: "2024-05-14", 1: "2024-05-16"}
    assert kinds("Two people _died in the fire.", "Five people _died in the fire.", days=days) == ["refinement"]
    assert kinds("Five people _died in the fire.", "Two people _died in the fire.", days=days) == ["conflict"]
    assert kinds("Five people _lay injured.", "Two people _lay injured.", days=days) == ["refinement"]


@pytest.mark.parametrize(
    "other",
    [
        "In January four undersea cables _broke near Malta.",
        "Four of the undersea cables _broke near Malta.",
    ],
)
def test_another_time_or_part_is_not_compared(other):
    assert kinds("Three undersea cables _broke near Malta.", other) == []


@pytest.mark.parametrize(
    "other",
    [
        "Four schools _broke near Malta.",
        "Earlier four undersea cables _broke near Malta.",
        "Four undersea cables _feed seven banks, many clubs, hotels and hospitals elsewhere.",
    ],
)
def test_another_noun_event_or_clause_is_never_a_conflict(other):
    assert "conflict" not in kinds("Three undersea cables _broke near Malta.", other)


def test_one_report_does_not_part_from_itself():
    assert numbers.find(story("Three cables _broke."), embed) == []


def test_sums_of_another_order_measure_another_thing():
    assert (
        kinds("The offer of 612 crowns _stood for shares.", "The offer of 35 billion crowns _stood for shares.") == []
    )


def test_figures_under_two_nouns_may_be_one_count():
    assert kinds("A ferry with 121 people aboard _sank off the coast.",
                 "A ferry with 140 passengers aboard _sank off the coast.") == ["tension"]  # fmt: skip


def test_lengths_of_time_are_figures():
    found = numbers.find(
        story("The power cut on the island _lasted eleven hours.", "The power cut on the island _lasted nine hours."),
        embed,
    )
    assert [[s.value for s in c.sides] for c in found] == [["eleven hours", "nine hours"]]
    assert kinds("The power cut _lasted almost ten hours.", "The power cut _lasted ten hours.") != ["conflict"]
    assert kinds("The power cut _lasted two days.", "The power cut _lasted 48 hours.") == []


def test_measures_of_one_unit_part_unless_one_rounds_the_other():
    assert kinds("The core of ice _measured 412 metres.", "The core of ice _measured 421 metres.") != []
    rounded = kinds("The core of ice _measured 400 metres.", "The core of ice _measured 412 metres.")
    assert not {"conflict", "tension"} & set(rounded)


def test_more_cases_on_a_later_day_are_an_update():
    days = {0: "2024-05-14", 1: "2024-05-16"}
    told = ("Nineteen cases of measles _appeared here.", "Twenty-three cases of measles _appeared here.")
    assert kinds(*told, days=days) == ["refinement"]


def test_a_reader_gets_no_more_tensions_than_can_be_checked():
    things = ("ferries", "trucks", "houses", "bridges", "schools", "boats", "cranes", "horses")
    told = [f"The owner of {31 + n} {noun} _came to the fair in May." for n, noun in enumerate(things)]
    told += [f"The keeper of {44 + n} {noun} _left the town with a debt." for n, noun in enumerate(things)]
    assert 0 < kinds(*told).count("tension") <= numbers.MOST_LIKELY


def test_of_a_long_mention_a_side_quotes_the_part_with_the_figure():
    long = "After nights of rain that filled cellars, {} undersea cables _broke near Malta, the second loss this year."
    found = numbers.find(story(long.format("three"), long.format("four")), embed)
    assert [s.mentions[0].text for s in found[0].sides] == [
        f"{n} undersea cables broke near Malta" for n in ("three", "four")
    ]
    for side in found[0].sides:
        span = side.mentions[0]
        assert (
            long.format("three" if "three" in span.text else "four").replace("_", "")[span.start : span.end]
            == span.text
        )


def test_what_remains_of_a_count_is_another_count():
    found = kinds("Some 41 divers were _taken to hospital.", "Of them 17 divers were still _taken care of in hospital.")
    assert "conflict" not in found


def test_a_sum_a_day_is_no_sum_a_year():
    found = kinds("The strike _cost 1.4 million euros a day.", "The strike _cost 9 million euros a year.")
    assert found == []


def test_what_remains_on_a_later_day_is_an_update():
    days = {0: "2025-11-13", 1: "2025-11-17"}
    told = ("Some 17 people are still _treated in hospital.", "Nine people remain _treated in hospital.")
    assert "conflict" not in kinds(*told, days=days)


def test_a_name_and_its_adjective_are_one_place():
    def count(scope: str) -> numbers.Count:
        return msgspec.structs.replace(counts(story("Three cables _broke."))[0], scope=frozenset({scope}))

    assert not numbers.scopes_part(count("Karsian"), count("Karsia’s"))
    assert numbers.scopes_part(count("Karsia"), count("Velmark"))


def test_a_toll_of_a_report_without_a_day_may_only_have_risen():
    told = story("Seven people _died.", "Nine people _died.")
    (sure,) = numbers.find(dated(told, "2021-03-05", "2021-03-05"), embed)
    (open_,) = numbers.find(dated(told, "2021-03-05", None), embed)
    assert (sure.severity, open_.severity) == ("conflict", "tension")


def dated(told: Story, *days: str | None) -> Story:
    """The story with its reports published on these days."""
    published = (Published(d, d, "metadata") if d else Published("2021-03-01", "2021-03-20", "inferred") for d in days)
    reports = tuple(
        msgspec.structs.replace(a, report=msgspec.structs.replace(a.report, published=p))
        for a, p in zip(told.reports, published, strict=True)
    )
    return msgspec.structs.replace(told, reports=reports)


def test_those_who_died_in_the_night_are_a_part_of_the_dead():
    assert kinds("Four people _died in the crash.", "Two passengers _died in hospital.") == []


def test_a_noun_of_which_a_report_gives_many_figures_is_no_slot():
    told = "The party has {} delegates of the north."
    many = " ".join(told.format(n) for n in (31, 42, 53, 64, 86, 97))
    assert kinds(many.replace("has", "_has"), told.format(75).replace("has", "_has")) == []


def test_a_round_figure_is_told_in_its_own_words():
    found = numbers.find(
        story("Almost 100 undersea cables _broke near Malta.", "Twelve undersea cables _broke near Malta."), embed
    )
    assert [s.value for s in found[0].sides] == ["Almost 100 undersea cables", "12 undersea cables"]


def test_a_report_that_gives_both_figures_tells_of_two_things():
    first = "Thirty people _died in the flood in the valley."
    assert kinds(first, "Nineteen people _died in the flood in the valley.") == ["conflict"]
    both = "Nineteen people _died in the flood in the valley while thirty people died in fires."
    assert "conflict" not in kinds(first, both)


def test_some_of_those_counted_do_not_part_from_all():
    assert kinds("The fire _killed six children.", "The fire _killed eleven people.") == []
    assert kinds("The fire _killed nine children.", "The fire _killed seven people.") != []
    assert kinds("Four other people _died in the fire.", "Five people _died in the fire.") == []
    assert (
        kinds(
            "The wave _killed 170,000 people in the province and tens of thousands more in the islands.",
            "The wave _killed 230,000 people.",
        )
        == []
    )


def test_what_rises_and_falls_is_told_as_of_a_day():
    told = ("The harbour index _closed 2.6% lower.", "The harbour index _closed 3.8% lower.")
    assert kinds(*told, days={0: "2024-05-14", 1: "2024-05-15"}) != []
    assert kinds(*told, days={0: "2024-05-14", 1: "2024-05-20"}) == []


def test_charges_of_two_crimes_are_counted_apart():
    one, two = "She _faces one count of arson at night.", "She _faces two counts of murder."
    assert kinds(one, two) == []
    assert kinds(one, "She _faces two counts of arson at night.") != []


def test_a_large_sum_is_told_as_the_report_writes_it():
    found = numbers.find(
        story("The bank _lent 85 billion crowns to the firm.", "The bank _lent 44 billion crowns to the firm."), embed
    )
    assert [[s.value for s in c.sides] for c in found] == [["85 billion crowns", "44 billion crowns"]]
