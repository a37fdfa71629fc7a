"""Who cannot have said it is no source of it."""

import pytest
from tests.stories import cross_read

TEXT = "The dam at Kelby opened on Monday. {} Engineers were on their way to the valley."


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("Her gesture confirmed what the village had long suspected about the gate.", "gesture"),
        ("Thousands told to leave their homes below the dam before the evening.", "thousands"),
        ("The Kelby Newswires index continued to fall in the afternoon after the gate had opened.", "newswires"),
        ("A raid on a shop by the Kelby road saw four men make off with the pumps.", "raid"),
        ("A climber, described as “lacking experience”, fell from the dam wall.", "climber"),
        ("It is illegal for a public official to claim that a gate is safe when it is not.", "official"),
    ],
)
def test_a_deed_and_one_who_is_told_speak_for_nothing(tmp_path, sentence, nobody):
    dossier = cross_read(tmp_path, {"a.txt": TEXT.format(sentence), "b.txt": TEXT.format("Nobody was hurt.")})
    named = [link.name.lower() for c in dossier.claims for m in c.mentions for link in m.chain]
    assert not any(nobody in name for name in named)


@pytest.mark.parametrize(
    "headline",
    [
        "Reen accused of fraud at the Kelby dam",
        "Reen urged to resign over the Kelby dam",
        "Reen released from prison near the Kelby dam",
    ],
)
def test_whom_a_headline_tells_of_is_not_its_source(tmp_path, headline):
    dossier = cross_read(tmp_path, {"a.txt": TEXT.format(headline + "."), "b.txt": TEXT.format("Nobody was hurt.")})
    assert not any("Reen" in link.name for c in dossier.claims for m in c.mentions for link in m.chain)


def test_who_comes_upon_a_thing_says_nothing(tmp_path):
    told = TEXT.format("Ada Reen was arrested on Saturday after police found two men dead below the dam.")
    dossier = cross_read(tmp_path, {"a.txt": told, "b.txt": TEXT.format("Nobody was hurt.")})
    found = [m for c in dossier.claims for m in c.mentions if "dead" in m.text]
    assert found
    assert all(len(m.chain) == 1 for m in found)
