"""Pairs of wordings: what speaks for one utterance behind them."""

import math

import msgspec

from crossread.compare.quotation_pairs import JOINED, features, odds, same_speaker
from crossread.compare.utterances import Wording
from crossread.model.span import Span
from crossread.model.stems import content_stems


def wording(report: str, text: str, speaker: str = "Okonjo", claim: str | None = None) -> Wording:
    span = Span(report, 0, len(text), text)
    return Wording(span, text, frozenset(content_stems(text)), True, speaker, None, None, claim)


PIER = wording("r00", "The pier is rotten to the core and nobody told us")


def test_words_in_one_order_speak_for_one_utterance():
    told = wording("r01", "the pier is rotten to the core")
    turned = wording("r01", "to the core the pier rotten is")
    assert features(PIER, told, 0.8)["in_order"] == 1.0
    assert odds(PIER, told, 0.8) > JOINED
    assert odds(PIER, told, 0.8) > odds(PIER, turned, 0.8)


def test_one_word_of_another_speaker_is_anybodys():
    assert odds(PIER, wording("r01", "rotten", "Ann Hart"), 0.9) == -math.inf


def test_another_speaker_and_other_words_are_another_utterance():
    other = wording("r01", "Every ship on this coast is in want of paint", "Ann Hart")
    assert odds(PIER, other, 0.3) < JOINED


def test_the_order_of_the_two_does_not_matter():
    other = wording("r01", "rotten to its core, and nobody said a word to us")
    assert math.isclose(odds(PIER, other, 0.6), odds(other, PIER, 0.6))


def test_two_named_speakers_must_have_said_it_in_the_same_words():
    other = wording("r01", "Rotten to its heart, that pier, and we were never told", "Ann Hart", claim="c1")
    mine = wording("r00", PIER.text, claim="c1")
    assert odds(mine, other, 0.9) == -math.inf
    assert odds(mine, wording("r01", PIER.text, "Ann Hart"), 1.0) > JOINED


def test_two_people_of_one_body_are_two_speakers():
    mine = msgspec.structs.replace(PIER, origin="o1", person=True)
    director = msgspec.structs.replace(wording("r01", "the pier is rotten", "Ann Hart"), origin="o1", person=True)
    body = msgspec.structs.replace(wording("r01", "the pier is rotten", "Tarn Harbours"), origin="o1")
    assert same_speaker(mine, director) is False
    assert same_speaker(mine, body) is True
