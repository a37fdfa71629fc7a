"""Names: one person spelt in two ways is told as a refinement."""

from tests.stories import cross_read, told, words_of


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
