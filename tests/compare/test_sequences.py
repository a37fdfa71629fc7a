"""Sequences: two events told in both orders."""

from tests.stories import cross_read, told


def test_both_orders_part(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The driver rang the police after he left the scene of the crash.",
            "b.txt": "The driver left the scene of the crash after he rang the police.",
        },
    )
    assert [c.severity for c in told(dossier, "sequence")] == ["tension"]


def test_one_order_in_other_words_is_no_conflict(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The driver rang the police after he left the scene of the crash.",
            "b.txt": "After the driver left the scene of the crash, he rang the police.",
        },
    )
    assert told(dossier, "sequence") == []
