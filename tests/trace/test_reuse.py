"""Who shares text with whom: copies, passages, quotations, and which came first."""

from tests.trace.made import plain

from crossread.model.report import Published
from crossread.trace.reuse import edges

NEWS = (
    "The harbour board voted late on Monday to close the northern pier until engineers have looked at every one of "
    "the forty steel piles that carry it. The ferry to the islands will sail from the fish quay in the meantime, "
    "and fares stay as they are. Shopkeepers on the pier asked the town for help with their rents."
)
OTHER = (
    "A festival of kites drew a record crowd to the western beaches at the weekend, and the organisers have already "
    "asked for two more days next year."
)
SAID = "“We have looked at every one of the forty piles and not one of them is fit to carry a bus,”"


def test_a_copy_is_told_and_runs_to_the_earlier_report():
    early = plain("r00", NEWS, published=Published("2024-05-01", "2024-05-01", "metadata"))
    late = plain("r01", f"By our staff. {NEWS}", published=Published("2024-05-02", "2024-05-02", "metadata"))
    (edge,) = edges([early, late])
    assert (edge.source, edge.to, edge.kind, edge.directed) == ("r01", "r00", "same-copy", True)
    assert all(
        s.text == {"r00": NEWS, "r01": f"By our staff. {NEWS}"}[s.report][s.start : s.end] for s in edge.passages
    )


def test_a_shared_quotation_is_told_as_one():
    (edge,) = edges([plain("r00", f"{SAID} he said. {OTHER}"), plain("r01", f"She wrote to us. {SAID} it reads.")])
    assert edge.quoted
    assert not edge.directed


def test_nothing_says_which_came_first():
    (edge,) = edges([plain("r01", NEWS), plain("r00", NEWS)])
    assert (edge.source, edge.to, edge.directed) == ("r00", "r01", False)


def test_a_credit_line_gives_the_direction():
    agency = plain("r00", NEWS, outlet="Reuters")
    paper = plain("r01", f"PORT (Reuters) - {NEWS}", outlet="Quay Post")
    (edge,) = edges([agency, paper])
    assert (edge.source, edge.to, edge.directed) == ("r01", "r00", True)


def test_a_text_cut_from_a_longer_one_points_at_it():
    (edge,) = edges([plain("r00", NEWS[:220]), plain("r01", f"{NEWS} {OTHER} {OTHER.upper()} {NEWS[-60:]} x y z.")])
    assert edge.source == "r00"


def test_unrelated_reports_share_nothing():
    assert edges([plain("r00", NEWS), plain("r01", OTHER)]) == ()
