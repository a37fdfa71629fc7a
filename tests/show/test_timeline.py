"""Rows of the timeline: one lane for each interval that reports give."""

from sula import sula

from crossread.show.timeline import timeline


def row(id: str):
    """The row of one event."""
    return next(r for r in timeline(sula()).rows if r.entry.id == id)


def test_events_stand_in_order_of_their_earliest_possible_day():
    assert [r.entry.id for r in timeline(sula()).rows] == ["e0", "e1", "e2", "e3", "e4", "e5"]


def test_reports_that_agree_share_a_lane_and_others_have_their_own():
    lanes = row("e3").lanes
    assert [lane.words for lane in lanes] == ["9 March 2031", "10 March 2031"]
    assert [len(lane.dated_by) for lane in lanes] == [1, 4]
    assert lanes[0].y < lanes[1].y
    assert all(lane.one_day for lane in lanes)


def test_open_ends_run_out_of_the_picture():
    (deadline,) = row("e4").lanes
    assert deadline.open_left
    assert not deadline.open_right
    assert deadline.left == 0
    since = row("e2").lanes[1]
    assert since.open_right
    assert since.right == 100


def test_an_interval_has_a_width():
    (autumn,) = row("e0").lanes
    assert not autumn.one_day
    assert autumn.width > 0
