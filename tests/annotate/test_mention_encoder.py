"""A mention is known by what its report says around it; other reports change nothing."""

import numpy as np
import pytest

from crossread.annotate.encoder import WINDOW, WINDOWS_A_RUN
from crossread.annotate.mention_encoder import MentionEncoder, nearest
from crossread.model.annotated import Annotated
from crossread.model.mention import Mention
from crossread.model.report import Published, Report
from crossread.model.story import Story

TEXTS = {
    "a": "Police closed the Varde bridge on Monday. A crack had been found in a pillar. The mayor has resigned.",
    "b": "Drivers face long detours. Officers shut the crossing at Varde after engineers found a crack.",
}


def story(texts: dict[str, str], told: list[tuple[str, str]]) -> Story:
    """A story of bare reports with mentions by their words."""
    reports = tuple(
        Annotated(Report(rid, rid, "0" * 64, text, "en", Published())) for rid, text in sorted(texts.items())
    )
    mentions = []
    for rid, words in told:
        at = texts[rid].index(words)
        mentions.append(Mention(rid, at, at + len(words), words, words, "affirmed", "asserted", ()))
    return Story(reports, tuple(mentions))


@pytest.fixture(scope="module")
def encoder() -> MentionEncoder:
    return MentionEncoder()


TOLD = [("a", "Police closed the Varde bridge"), ("a", "The mayor has resigned"), ("b", "Officers shut the crossing")]


def test_tellings_of_one_claim_are_nearer_than_others(encoder):
    vectors = encoder(story(TEXTS, TOLD)).vectors
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[2] > vectors[1] @ vectors[2] + 0.2


def test_only_telling_words_are_kept(encoder):
    told = encoder(story(TEXTS, TOLD))
    assert [len(w) for w in told.words] == [4, 2, 3]
    assert all(np.allclose(np.linalg.norm(w.astype(np.float32), axis=1), 1, atol=1e-2) for w in told.words)


def test_another_report_changes_nothing(encoder):
    alone = encoder(story({"b": TEXTS["b"]}, TOLD[2:])).vectors
    assert (encoder(story(TEXTS, TOLD)).vectors[2] == alone[0]).all()


def test_a_mention_deep_in_a_long_report_is_found(encoder):
    text = "Rain fell on the coast again. " * (WINDOW * (WINDOWS_A_RUN + 2) // 6) + "The mayor has resigned."
    told = encoder(story({"a": text}, [("a", "Rain fell"), ("a", "The mayor has resigned")]))
    assert np.allclose(np.linalg.norm(told.vectors, axis=1), 1, atol=1e-5)
    assert told.vectors[0] @ told.vectors[1] < 0.9


def test_a_mention_without_words_has_no_direction(encoder):
    empty = Mention("a", 6, 7, " ", " ", "affirmed", "asserted", ())
    told = encoder(Story(story(TEXTS, []).reports[:1], (empty,)))
    assert not told.vectors.any()
    assert told.words[0].shape == (0, 384)


def test_no_mentions(encoder):
    assert encoder(story(TEXTS, [])).vectors.shape == (0, 384)


def test_the_window_whose_middle_is_nearest():
    assert nearest([(0, 100), (60, 160), (120, 220)], 100, 110) == 1
