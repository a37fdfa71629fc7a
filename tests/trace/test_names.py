"""Names: one bearer or two, and which country speaks."""

import pytest

from crossread.trace import names


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Robert F. Keller", "Bob Keller", True),
        ("Sen. Marta Okonjo", "Marta Okonjo", True),
        ("Marta Okonjo", "Marta Okonja", True),
        ("Marta Okonjo", "Jorge Okonjo", False),
        ("Mr. Keller", "Robert Keller", True),
        ("Zoé Müller", "Zoe Muller", True),
        ("Ivan Petrov Salazar", "Ivan Petrov", True),
        ("Lee Min", "Lea Min", False),
        ("Duncan Rait", "Duncan Raite", True),
        ("Anna Lee", "Anna Lees", False),
        ("Gaetano Lo Presti", "Lo Presti", True),
        ("W. Mark Felt Sr.", "Mark Felt", True),
        ("Martin Luther King Jr.", "King", True),
        ("Daniel Okafor Jr.", "Daniel Okafor", False),
    ],
)
def test_people(one, two, same):
    assert names.same_person(names.parts(one), names.parts(two)) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("ICAO", "International Civil Aviation Organization", True),
        ("the USGS", "US Geological Survey", True),
        ("U.S. Geological Survey", "US Geological Survey", True),
        ("Nordvik Ltd.", "Nordvik", True),
        ("Guild of the Lamps", "Lamp Guild", True),
        ("Harbour Board", "Water Board", False),
        ("Republican Party", "Democratic Party", False),
    ],
)
def test_bodies(one, two, same):
    assert names.same_body(one, two) is same


@pytest.mark.parametrize(
    ("name", "land"),
    [
        ("the Peruvian government", "Peru"),
        ("Lima", "Peru"),
        ("the US", "United States"),
        ("Peruvian harbour", None),
        ("Springfield", None),
    ],
)
def test_countries(name, land):
    assert names.country(name) == land


def test_a_seat_speaks_for_its_government():
    assert names.government("the White House") == names.government("Washington") == "United States"
    assert names.country("the White House") is None


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("operator Orrin Telecom", "Orrin Telecom"),
        ("information received from Orrin Telecom", "Orrin Telecom"),
        ("chief security officer with Orrin Telecom", "Orrin Telecom"),
        ("Peru's Orrin Telecom", "Orrin Telecom"),
        ("the Bank of Orrin", "the Bank of Orrin"),
        ("the party of Reen", "the party of Reen"),
        ("the harbour ministry", "the harbour ministry"),
        ("critics against Orrin Telecom", "critics against Orrin Telecom"),
        ("people near Orrin Telecom", "people near Orrin Telecom"),
    ],
)
def test_what_is_said_of_a_body_is_no_part_of_it(phrase, body):
    assert names.bearer(phrase) == body


def test_a_countrys_adjective_and_name_are_one_in_a_bodys_name():
    assert names.body_key("the Peruvian harbour ministry") == names.body_key("Peru's harbour ministry")
    assert not names.same_body("Peruvian", "the Peruvian ministry")


@pytest.mark.parametrize(
    ("text", "can"), [("The", False), ("W]e", False), ("It", False), ("US", True), ("WHO", True), ("The Hague", True)]
)
def test_what_can_be_a_name(text, can):
    assert names.is_name(text) is can
