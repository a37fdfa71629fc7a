"""The chance that two figures count one thing."""

from tests.compare.stories import embed, story

from crossread.compare.counted import counts
from crossread.compare.number_pairs import Likeness


def likeness(*told: str):
    made = story(*told)
    figures = counts(made)
    return Likeness(made, figures, embed([c.about for c in figures]), embed)


def test_one_noun_and_wording_is_likelier_than_another():
    pairs = likeness(
        "A ferry with 38 people aboard _sank near the cape.",
        "A ferry with 46 people aboard _sank near the cape.",
        "The minister with 46 horses _rode through the town.",
    )
    assert pairs.chance(0, 1) > pairs.chance(0, 2)


def test_a_nearer_figure_in_the_other_report_speaks_against_a_pair():
    pairs = likeness(
        "Rescuers with 38 boats _searched the bay.",
        "Rescuers with 52 boats and 40 horses _searched the bay.",
    )
    nearer, farther = pairs.features(0, 1), pairs.features(0, 2)
    assert nearer["rival"] < farther["rival"]


def test_the_order_of_two_figures_does_not_matter():
    pairs = likeness("The firm _lost 3 million euros.", "The firm _lost nearly 5 million euros.")
    assert pairs.features(0, 1) == pairs.features(1, 0)
    assert 0 < pairs.chance(0, 1) < 1
