"""The timeline: one entry an event, dated by every report, uncertain where reports part."""

from collections.abc import Sequence

import msgspec
from tests.compare.stories import embed, story
from tests.stories import cross_read

from crossread.compare import dates
from crossread.compose import timeline
from crossread.compose.glosses import Glosses
from crossread.model.conflict import Conflict
from crossread.model.dossier import TimelineEntry
from crossread.model.story import Story

TWO = ("The crane _collapsed in April.", "The crane _collapsed on April 9.", "The crane _opened on May 2.")


def built(told: Story, conflicts: Sequence[Conflict]) -> list[TimelineEntry]:
    return timeline.build(told, conflicts, Glosses(told))


def test_datings_of_one_claim_narrow_each_other():
    entries = built(story(*TWO, groups=[(0, 1), (2,)]), [])
    assert [(e.id, e.earliest, e.latest, e.agreed) for e in entries] == [
        ("t001", "2024-04-09", "2024-04-09", True),
        ("t002", "2024-05-02", "2024-05-02", True),
    ]
    assert [d.text for d in entries[0].dated_by] == ["April", "April 9"]
    assert entries[0].edtf == "2024-04-09"


def test_claims_that_part_are_one_event_that_is_not_agreed():
    told = story("The crane _collapsed on May 3.", "The crane _collapsed on May 10.")
    (entry,) = built(told, dates.find(told, embed))
    assert entry.claims == ("c000", "c001")
    assert (entry.earliest, entry.latest, entry.agreed) == ("2024-05-03", "2024-05-10", False)


def test_bounds_and_undated_claims_are_left_out():
    assert built(story("The crane _stood until May 10.", "The crane _stood."), []) == []


def test_what_did_not_happen_is_no_event(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The crane did not fall on May 3, 2024. The pier was closed on May 4, 2024.",
            "b.txt": "The pier was closed on May 4, 2024, said the harbour master.",
        },
    )
    assert "2024-05-04" in [e.earliest for e in dossier.timeline]
    assert "2024-05-03" not in [e.earliest for e in dossier.timeline]


def test_what_is_denied_or_asked_is_no_event(tmp_path):
    text = "Ada Reen denied that the pier had been closed on May 3, 2024. Was it closed on May 5, 2024?"
    assert cross_read(tmp_path, {"a.txt": text}).timeline == ()


def test_two_days_of_one_sentence_are_two_events(tmp_path):
    text = "The harbour master was arrested on May 9, 2024 and released on May 10, 2024, said the police."
    days = [e.earliest for e in cross_read(tmp_path, {"a.txt": text}).timeline]
    assert sorted(days) == ["2024-05-09", "2024-05-10"]


def test_the_ends_of_a_range_part_nobody(tmp_path):
    text = "The pier was closed between late January and early February 2024, said the harbour master."
    (entry,) = cross_read(tmp_path, {"a.txt": text}).timeline
    assert entry.agreed
    assert len(entry.dated_by) == 1


def test_a_day_stands_for_the_mention_that_ends_before_it():
    told = story("The crane _collapsed on May 3.")
    (mention,) = told.mentions
    short = msgspec.structs.replace(mention, end=mention.end - len(" on May 3."), text="The crane collapsed")
    (entry,) = built(msgspec.structs.replace(told, mentions=(short,)), [])
    assert entry.earliest == "2024-05-03"


def test_entries_stand_in_order_of_their_days():
    entries = built(story(*TWO[::-1]), [])
    assert [e.earliest for e in entries] == sorted(e.earliest for e in entries)


def test_what_is_only_supposed_is_no_entry(tmp_path):
    dossier = cross_read(
        tmp_path,
        {"a.txt": "November 16, 2026\n\nTrade would stop if the last cables went off on Friday, the firm said."},
    )
    assert dossier.timeline == ()


def test_a_year_that_only_says_which_thing_is_meant_dates_nothing(tmp_path):
    text = (
        "The plan is allowed under the Harbour Act of 1934. It was the worst day in the port since the country's 1998 "
        "crisis. The engineer promised the cars of tomorrow. The northern pier was closed in 2011."
    )
    assert [e.earliest for e in cross_read(tmp_path, {"a.txt": text}).timeline] == ["2011-01-01"]
