"""Date conflicts: only where no reading of two datings of one event shares a day."""

from tests.compare.stories import embed, story
from tests.stories import cross_read, told

from crossread.compare import dates


def kinds(*told: str, **options: object):
    return [(c.severity, [s.value for s in c.sides]) for c in dates.find(story(*told, **options), embed)]


def test_two_days_for_one_event_are_a_conflict():
    found = dates.find(
        story("The conversation _took place on May 3.", "The conversation _took place on May 10."), embed
    )
    assert [c.severity for c in found] == ["conflict"]
    assert [s.value for s in found[0].sides] == ["2024-05-03", "2024-05-10"]
    assert "r00 “May 3”" in found[0].explanation
    assert "r01 “May 10”" in found[0].explanation


def test_a_weekday_agrees_with_its_date():
    assert not [
        s
        for s, _ in kinds("The conversation _took place on Friday.", "The conversation _took place on May 10.")
        if s != "refinement"
    ]


def test_a_month_holds_its_day():
    assert [s for s, _ in kinds("The crane _collapsed in April.", "The crane _collapsed on April 9.")] == ["refinement"]


def test_an_undated_weekday_may_be_of_the_week_before():
    undated = {0: None, 1: None}
    assert (
        kinds("The conversation _took place on Friday.", "The conversation _took place on May 3, 2024.", days=undated)
        == []
    )


def test_events_of_other_kinds_are_not_compared():
    assert kinds("The crane _collapsed on Monday.", "The crane _opened on Tuesday.") == []


def test_speech_is_on_many_days():
    assert kinds("The minister _said on Monday.", "The minister _said on Tuesday.") == []


def test_another_event_of_the_kind_is_not_compared():
    assert kinds("The crane _collapsed on Monday.", "The crane _collapsed again on Tuesday.") == []


def test_far_apart_days_are_of_two_events():
    assert kinds("The crane _collapsed on Monday.", "The crane _collapsed on January 3.") == []


def test_bounds_are_not_compared_with_days():
    assert kinds("The conversation _took place on May 3.", "The conversation _took place until May 10.") == []


def test_a_night_reaches_into_the_next_day():
    assert not [
        s
        for s, _ in kinds("The crane _collapsed on Sunday night.", "The crane _collapsed on Monday.")
        if s != "refinement"
    ]


def test_clock_times_part():
    found = kinds("The crane _collapsed at 2:20 p.m. Monday.", "The crane _collapsed at 3:30 p.m. Monday.")
    assert found == [("conflict", ["14:20", "15:30"])]


def test_three_datings_make_one_conflict_of_three_sides():
    told = [f"The conversation _took place on May {d}." for d in (3, 8, 13)]
    assert [len(sides) for _, sides in kinds(*told)] == [3]


def test_lengths_of_one_thing_part():
    found = kinds("The speech _ended weeks of rumours.", "The speech _ended two days of rumours.")
    assert [s for s, _ in found] == ["tension"]


def test_the_same_story_gives_the_same_conflicts():
    told = story("The conversation _took place on May 3.", "The conversation _took place on May 10.")
    assert dates.find(told, embed) == dates.find(told, embed)


def test_clock_times_of_one_wording_are_a_tension_whatever_the_verb():
    found = kinds(
        "The strong quake near the port _struck at 5:47 a.m.", "The strong quake near the port _hit at 3:47 a.m."
    )
    assert found == [("tension", ["05:47", "03:47"])]


def test_a_clock_time_may_be_of_the_morning_or_the_afternoon():
    assert kinds("The delegation _left at twenty to five.", "The delegation _left at 4:40 p.m.") == []


def test_one_event_under_another_verb_is_at_most_a_tension():
    found = kinds("The red ferry _sank off Malta on Monday.", "The red ferry _foundered off Malta on Wednesday.")
    assert [severity for severity, _ in found] == ["tension"]


def test_any_such_day_and_a_day_of_a_named_year_date_nothing():
    told = "The red ferry _sank off Malta on Monday."
    assert kinds(told, "The red ferry _sank off Malta on a Wednesday.") == []
    assert kinds(told, "The red ferry _sank off Malta in 2019 on Wednesday.") == []


def test_one_of_several_is_not_all_of_them():
    told = ("The speech _took place on May 3.", "The speeches _took place on May 10.")
    assert "conflict" not in [severity for severity, _ in kinds(*told)]


def test_a_day_that_says_which_event_is_meant_puts_it_nowhere_else(tmp_path):
    one, other = (f"The {day} March 2024 quake struck the town of Burrel." for day in (4, 9))
    assert told(cross_read(tmp_path, {"a.txt": one, "b.txt": other}), "date") == []


def test_how_long_something_took_is_no_event(tmp_path):
    papers = "The official minutes come on 15 March 2024."
    spoke = "For thirty-five minutes on 7 March 2024 the council spoke of rates."
    assert told(cross_read(tmp_path, {"a.txt": papers, "b.txt": spoke}), "date") == []


def test_today_is_the_day_of_each_report():
    days = {0: "2024-05-16", 1: "2024-05-19"}
    told = ("The old mill _burned on Friday.", "The old mill _burned on Sunday.")
    assert [s for s, _ in kinds(*told, days=days)] == ["conflict"]
    assert kinds("The old mill _burned today.", "The old mill _burned earlier today.", days=days) == []


def test_today_beside_the_day_before_may_be_an_hour_of_the_night():
    days = {0: "2024-05-21", 1: "2024-05-21"}
    told = ("The old mill _burned this afternoon.", "The old mill _burned on Monday afternoon.")
    assert [s for s, _ in kinds(*told, days=days)] == ["tension"]


def test_one_day_of_the_week_in_two_weeks_is_one_copied_word():
    days = {0: "2024-05-16", 1: "2024-05-27"}
    assert kinds("The old mill _burned on Sunday.", "The old mill _burned on Sunday about 8.40am.", days=days) == []


def test_one_word_of_people_who_are_quoted_is_said_on_any_day():
    days = {0: "2024-05-16", 1: "2024-05-19"}
    said = ("The old widow _sleeps well tomorrow.", "The old widow _sleeps well tomorrow.")
    assert [s for s, _ in kinds(*said, days=days)] == ["conflict"]
    quoted = tuple(f"“{sentence[:-1]}”." for sentence in said)
    assert kinds(*quoted, days=days) == []
