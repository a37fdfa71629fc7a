"""Actors: one person or body across reports; two people of one surname stay two."""

from tests.trace.made import plain

from crossread.model.annotated import Annotated, Entity
from crossread.model.span import Extent
from crossread.trace.actors import Cast, find


def named(id: str, text: str, **kinds: list[str]) -> Annotated:
    """A report whose names are marked wherever their words stand, longest first."""
    taken: list[Entity] = []
    for kind, wanted in kinds.items():
        for name in sorted(wanted, key=len, reverse=True):
            start = text.find(name)
            while start >= 0:
                if not any(e.start < start + len(name) and start < e.end for e in taken):
                    taken.append(Entity(start, start + len(name), kind))
                start = text.find(name, start + 1)
    report = plain(id, text)
    return Annotated(report.report, sentences=report.sentences, entities=tuple(sorted(taken)))


def test_surnames_and_spellings_join_across_reports():
    one = named("r00", "Marta Okonjo spoke. Okonjo left.", person=["Marta Okonjo", "Okonjo"])
    two = named("r01", "Senator Marta Okonja agreed.", person=["Marta Okonja"])
    (actor,) = find([one, two])
    assert {a.text for a in actor.aliases} == {"Marta Okonjo", "Okonjo", "Marta Okonja"}
    assert actor.name == "Marta Okonja" or actor.name == "Marta Okonjo"


def test_two_people_of_one_surname_stay_two():
    text = "Bill Hart spoke. Hart smiled. Ann Hart was there too. Hart left."
    found = find([named("r00", text, person=["Bill Hart", "Ann Hart", "Hart"])])
    assert sorted(sum(len(n.mentions) for n in a.aliases) for a in found) == [1, 3]


def test_an_acronym_joins_its_name():
    text = "The Water Users League met. WUL has members."
    (actor,) = find([named("r00", text, organisation=["Water Users League", "WUL"])])
    assert actor.name == "Water Users League"


def test_one_name_has_one_kind_all_over_the_story():
    reports = [
        named("r00", "Orlen burned.", place=["Orlen"]),
        named("r01", "Orlen is calm.", place=["Orlen"]),
        named("r02", "Orlen wept.", person=["Orlen"]),
    ]
    (actor,) = find(reports)
    assert actor.kind == "place"


def test_places_in_the_text_lead_to_actors():
    report = named("r00", "Marta Okonjo spoke.", person=["Marta Okonjo"])
    cast = Cast(find([report]))
    assert cast.at("r00", Extent(0, 12)) is cast.named("Okonjo") is cast.named("Ms. Marta Okonjo")
    assert cast.at("r00", Extent(13, 18)) is None
    assert cast.named("Hart") is None


def test_the_same_reports_give_the_same_actors():
    text = "Bill Hart and Ann Hart of the Water Users League met in Orlen."
    report = named("r00", text, person=["Bill Hart", "Ann Hart"], organisation=["Water Users League"], place=["Orlen"])
    assert find([report]) == find([report])
    assert [a.id for a in find([report])] == ["a1", "a2", "a3", "a4"]


def test_a_nationality_is_nobodys_name():
    (actor,) = find([named("r00", "The Norwegian fell on Monday.", person=["Norwegian"])])
    assert actor.kind == "other"


def test_a_rank_is_no_part_of_a_name():
    text = "Inspector Dave Gask spoke. Inspector Gask left."
    (actor,) = find([named("r00", text, person=["Inspector Dave Gask", "Inspector Gask"])])
    assert actor.name == "Dave Gask"


def test_a_given_name_alone_is_the_one_who_bears_it():
    text = "Ada Reen fell. Her brother Ivo Reen called. Ada was found by noon."
    ada, _ = find([named("r00", text, person=["Ada Reen", "Ivo Reen", "Ada"])])
    assert {a.text for a in ada.aliases} == {"Ada Reen", "Ada"}


def test_a_generation_tells_two_apart_only_where_a_report_does():
    one = named("r00", "Ivo Marn III fled.", person=["Ivo Marn III"])
    two = named("r01", "Ivo Marn fled.", person=["Ivo Marn"])
    both = named("r02", "Ivo Marn III buried Ivo Marn.", person=["Ivo Marn III", "Ivo Marn"])
    assert len(find([one, two])) == 1
    assert len(find([one, two, both])) == 2


def test_a_town_before_its_police_is_nobody():
    text = "Troy police said so. Troy Fire Chief Ada Reen agreed."
    kinds = {a.name: a.kind for a in find([named("r00", text, person=["Troy", "Ada Reen"])])}
    assert kinds == {"Troy": "place", "Ada Reen": "person"}
