"""Ages: one person whom two reports give another age is told as a conflict of number."""

import pytest
from tests.stories import cross_read, told, words_of

FELL = "{}, fell from the crane in the harbour of Rovik on Monday, police said. {}"


def ages(tmp_path, one: str, other: str, more: str = "") -> list:
    reports = {"a.txt": FELL.format(one, more), "b.txt": FELL.format(other, "The harbour is closed.")}
    return [
        c for c in told(cross_read(tmp_path, reports), "number") if "ages" in c.explanation or "birth" in c.explanation
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Markus Bellin, 45", "Markus Bellin, 48"),
        ("Crane driver Markus Bellin (45)", "Markus Bellin, aged 48"),
        ("Markus Bellin, a 45-year-old driver", "The 48-year-old driver Markus Bellin"),
        ("Markus Bellin, who is 45", "Markus Bellin, 48"),
    ],
)
def test_two_ages_of_one_person_part(tmp_path, one, other):
    (found,) = ages(tmp_path, one, other)
    assert found.severity == "conflict"
    assert {s.value for s in found.sides} == {"45", "48"}
    assert "Bellin" in words_of(found)


def test_a_birthday_may_lie_between(tmp_path):
    (found,) = ages(tmp_path, "Markus Bellin, 45", "Markus Bellin, 46")
    assert found.severity == "tension"


@pytest.mark.parametrize(
    "other",
    ["Markus Bellin, 45", "Ines Okafor, 48", "The 48-year-old son of Markus Bellin", "Markus Bellin"],
)
def test_one_age_or_two_people_do_not(tmp_path, other):
    assert ages(tmp_path, "Markus Bellin, 45", other) == []


def test_a_description_stands_for_the_one_person_named_before_it(tmp_path):
    (found,) = ages(tmp_path, "Markus Bellin", "Markus Bellin, 48", "The 45-year-old died at once.")
    assert {s.value for s in found.sides} == {"45", "48"}


def test_one_report_with_two_ages_may_tell_of_two_people(tmp_path):
    assert ages(tmp_path, "Markus Bellin, 45", "Markus Bellin, 48", "His father, Markus Bellin, 71, saw it.") == []
