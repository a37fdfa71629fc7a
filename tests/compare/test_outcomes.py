"""Outcomes: one thing told to have happened and not to have happened."""

from tests.stories import cross_read, told


def test_accepted_against_rejected(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The dockers' union accepted the company's pay offer on Friday.",
            "b.txt": "The dockers' union rejected the company's pay offer on Friday.",
        },
    )
    assert [c.severity for c in told(dossier, "outcome")] == ["conflict"]


def test_a_negation_in_both_wordings_is_no_difference(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The council is not closing the library in Mill Street.",
            "b.txt": "The council isn't closing the library in Mill Street.",
        },
    )
    assert told(dossier, "outcome") == []


def test_what_may_happen_conflicts_with_nothing(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The bridge over the Orrin may not reopen before the winter.",
            "b.txt": "The bridge over the Orrin may reopen before the winter.",
        },
    )
    assert "conflict" not in [c.severity for c in told(dossier, "outcome")]


def test_bounds_that_agree_are_no_difference(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Normal service in the valley will be restored by December 31.",
            "b.txt": "Normal service in the valley may not be restored till December 31.",
        },
    )
    assert [c for c in told(dossier, "outcome") if not c.guess] == []


def test_what_rose_on_another_day_has_not_fallen_less(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Published: 2026-11-13\nShares in the Orrin shipping group fell in Oslo on Thursday.",
            "b.txt": "Published: 2026-11-17\nShares in the Orrin shipping group rose in Oslo on Monday.",
        },
    )
    assert told(dossier, "outcome") == []


def test_a_report_knows_no_later_day_than_its_own(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Published: 2026-11-12\nShares in the Orrin shipping group fell sharply in Oslo.",
            "b.txt": "Published: 2026-11-17\nShares in the Orrin shipping group rose sharply in Oslo on Monday.",
        },
    )
    assert told(dossier, "outcome") == []


def test_words_cut_short_part_nobody(tmp_path):
    said = "“The ferry company must save its crew. We can't wait for the harbour board any longer,” Ada Reen said."
    dossier = cross_read(
        tmp_path, {"a.txt": said, "b.txt": "“The ferry company must save its crew,” Ada Reen said on Friday."}
    )
    assert told(dossier, "outcome") == []


def test_to_open_fire_is_no_opposite_of_closing(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "A woman opened fire at the Osk factory in Hradek on Friday.",
            "b.txt": "The firm closed the Osk factory in Hradek on Friday.",
        },
    )
    assert told(dossier, "outcome") == []


def test_what_is_announced_parts_from_nothing_that_is_not(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Osk Motors announced the branches that it will close.",
            "b.txt": "Osk Motors did not announce the branches that it will close.",
        },
    )
    assert told(dossier, "outcome") == []
