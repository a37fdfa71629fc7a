"""Roles: held and past at once is a conflict; a courtesy is not."""

import pytest
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


@pytest.mark.parametrize(("one", "other"), [("Interior Minister", "Defence Minister"), ("Colonel", "Rear Admiral")])
def test_two_portfolios_or_ranks_of_one_person_are_hard_to_square(tmp_path, one, other):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": f"{one} Fathi Daouas said on Monday that the ship had been searched in the port of Sfax.",
            "b.txt": f"{other} Fathi Daouas said on Monday that the ship had been searched in the port of Sfax.",
        },
    )
    assert [c.severity for c in told(dossier, "role")] == ["tension"]


def test_former_is_said_of_both_roles_that_it_stands_before(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Former prosecutor and Finance Minister Petra Hollis opened the new bridge on Monday.",
            "b.txt": "Former Finance Minister Petra Hollis opened the new bridge, and Hollis praised the builders.",
        },
    )
    assert told(dossier, "role") == []


def test_a_founder_may_hold_any_post_besides(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Petra Hollis, the founder of Orlan Shipping, opened the new bridge on Monday.",
            "b.txt": "Petra Hollis, the director of Orlan Shipping, opened the bridge, and Hollis praised it.",
        },
    )
    assert told(dossier, "role") == []
