"""Roles: held and past at once is a conflict; a courtesy is not."""

from tests.stories import cross_read, told


def test_former_against_present(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Former Finance Minister Petra Hollis opened the new bridge on Monday.",
            "b.txt": "Finance Minister Petra Hollis opened the new bridge on Monday, and Hollis praised the builders.",
        },
    )
    assert [c.severity for c in told(dossier, "role")] == ["conflict"]


def test_one_role_in_two_reports_is_no_conflict(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Finance Minister Petra Hollis opened the new bridge on Monday.",
            "b.txt": "Petra Hollis, the finance minister, opened the new bridge on Monday.",
        },
    )
    assert told(dossier, "role") == []
