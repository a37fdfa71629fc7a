"""Sequences: two events told in both orders."""

from tests.stories import cross_read, told

RANG = "The driver of the red van rang the harbour police on Monday night"
LEFT = "The driver of the red van left the scene of the crash on the quay"
HAD_RUNG = "he had rung the harbour police on Monday night"
HAD_LEFT = "he had left the scene of the crash on the quay"


def test_both_orders_part(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": f"{RANG}, after {HAD_LEFT}.",
            "b.txt": f"{LEFT}, after {HAD_RUNG}.",
        },
    )
    assert [c.severity for c in told(dossier, "sequence")] == ["tension"]


def test_one_order_in_other_words_is_no_conflict(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": f"{RANG}, after {HAD_LEFT}.",
            "b.txt": f"After {HAD_LEFT}, the driver of the red van rang the harbour police on Monday night.",
        },
    )
    assert told(dossier, "sequence") == []
