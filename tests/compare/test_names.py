"""Names: one person spelt in two ways is told as a refinement."""

from tests.stories import cross_read, told, words_of

from crossread.compare.names import _misspelt
from crossread.model.actor import Naming
from crossread.model.span import Span


def test_two_spellings_of_one_person(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Senator Markus Bellin said on Monday that the bridge would close. Bellin spoke in the harbour.",
            "b.txt": "Senator Markus Bellen said on Monday that the bridge would close. Bellen spoke in the harbour.",
        },
    )
    (found,) = told(dossier, "name")
    assert found.severity == "refinement"
    assert "Bellin" in words_of(found)
    assert "Bellen" in words_of(found)


def test_two_people_are_not_two_spellings(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Senator Markus Bellin said on Monday that the bridge would close.",
            "b.txt": "Mayor Ines Okafor said on Monday that the bridge would close.",
        },
    )
    assert told(dossier, "name") == []


def test_an_adjective_of_a_country_is_no_spelling_of_it():
    one, other = Naming("Norwegen Line", (Span("r0", 0, 3, "x"),)), Naming("Norwegan Line", (Span("r1", 0, 3, "x"),))
    assert _misspelt(one, other)
    french, france = (
        Naming("French Telecom", (Span("r0", 0, 3, "x"),)),
        Naming("France Telecom", (Span("r1", 0, 3, "x"),)),
    )
    assert not _misspelt(french, france)
