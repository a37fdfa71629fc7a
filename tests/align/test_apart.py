"""Cannot-links: what is told of two times of the clock is no one claim, nor what the pair model finds to contradict."""

import numpy as np
import pytest
from tests.stories import cross_read

from crossread.align import features
from crossread.align.apart import by_features, is_apart


def row(*names: str) -> np.ndarray:
    """A pair's features with some of them on."""
    return np.isin([features.NAMES], names).astype(float)


@pytest.mark.parametrize(
    ("on", "likely", "contradicts", "apart"),
    [
        (["number_clashes"], True, 0.0, True),
        (["polarity_differs"], True, 0.1, False),  # refused to go, did not go
        (["polarity_differs"], True, 0.7, True),  # went, did not go
        (["polarity_differs"], False, 0.1, True),
        (["polarity_differs"], True, -1.0, True),  # nobody asked the pair model
        (["denied_differs"], True, 0.0, True),  # denies that she went, went
        (["denied_differs", "polarity_differs"], True, 0.1, False),  # denies that she went, did not go
        (["bias"], True, 0.9, False),
    ],
)
def test_unlike_polarity_keeps_apart_unless_the_pair_model_finds_agreement(on, likely, contradicts, apart):
    told = np.full((1, 4), contradicts)
    assert by_features(row(*on), np.array([likely]), told).tolist() == [apart]


@pytest.mark.parametrize(
    ("mine", "others", "apart"),
    [
        ([9 * 60 + 42], [10 * 60 + 15], True),
        ([570], [570], False),  # 9:30 p.m. and half past nine
        ([715], [3], False),  # five to twelve, three past
        ([100, 600], [602], False),
    ],
)
def test_clock_times_are_apart_beyond_some_minutes(mine, others, apart):
    assert is_apart(mine, others) == apart


def test_two_times_of_one_blast_are_two_claims(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The blast at the Tiszan depot happened at 9:42 p.m. on Monday, police said.",
            "b.txt": "The blast at the Tiszan depot happened at 10:15 p.m. on Monday, police said.",
        },
    )
    claims = [c for c in dossier.claims if any("p.m." in m.text for m in c.mentions)]
    assert claims
    assert all(len({m.report for m in c.mentions}) == 1 for c in claims)


def test_a_rise_and_a_fall_are_two_claims(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "one.txt": "2024-05-02\n\nStock markets across the country have fallen sharply today.",
            "two.txt": "2024-05-02\n\nStock markets across the country have risen sharply today.",
        },
    )
    assert all(len({m.report for m in claim.mentions}) == 1 for claim in dossier.claims)
