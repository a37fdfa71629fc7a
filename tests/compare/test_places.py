"""Places: two places for one event are a tension at the most."""

from tests.stories import cross_read, told


def test_two_cities_for_one_signing(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The two ministers signed the water treaty in Geneva.",
            "b.txt": "The two ministers signed the water treaty in Vienna.",
        },
    )
    assert {c.severity for c in told(dossier, "place")} == {"tension"}


def test_one_city_named_twice_is_none(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The two ministers signed the water treaty in Geneva.",
            "b.txt": "In Geneva the two ministers signed the water treaty.",
        },
    )
    assert told(dossier, "place") == []


def test_places_of_what_an_event_is_about_are_not_its_own(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The two ministers signed the treaty on water between Geneva and Basel.",
            "b.txt": "The two ministers signed the treaty on water from the lakes of Vienna.",
        },
    )
    assert told(dossier, "place") == []
