"""Names with what tells who that is; a name that merely stands beside a noun has no role."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import antecedents, units
from crossread.trace.chains import Chains
from crossread.trace.propositions import Propositions


@pytest.fixture(scope="module")
def roles(annotator):
    """Text to the roles that its stretches could tell, as propositions."""

    def of(text: str) -> set[str]:
        annotated = annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
        tree = Tree(annotated)
        writer = Propositions(annotated, tree, antecedents.read(annotated, tree, Chains(annotated)))
        return {writer.of(units.unit(annotated, tree, o)) for o in units.options(annotated, tree) if o.role}

    return of


def test_a_title_before_a_name(roles):
    found = roles("Finance Minister Clara Hoffman resigned on Monday.")
    assert "Clara Hoffman is Finance Minister" in found


def test_an_apposition_behind_a_name(roles):
    found = roles("Clara Hoffman, head of the central bank, resigned on Monday.")
    assert "Clara Hoffman is head of the central bank" in found


def test_a_form_of_address_tells_nothing(roles):
    found = roles("Mr. Daniel Hoffman, a retired admiral, resigned on Monday.")
    assert "Daniel Hoffman is a retired admiral" in found
    assert not roles("The council wrote to Mr. Daniel Hoffman on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "A phone call between Daniel Hoffman and Peter Marsh came to light on Monday.",
        "The court under Daniel Hoffman met on Monday.",
        "Figures like Daniel Hoffman are rare in the party.",
        "The race against Daniel Hoffman was lost on Monday.",
        "Daniel Hoffman and Peter Marsh of New York resigned.",
        "Daniel Hoffman's offer was refused on Monday.",
    ],
)
def test_a_noun_that_a_name_hangs_on_is_no_role(roles, text):
    assert not roles(text)


def test_a_name_ahead_of_a_noun_is_whose_it_is(roles):
    assert roles("The chairman is a former Aldwick lobbyist from Ohio.") == set()


def test_what_follows_a_name_may_be_about_something_else(roles):
    found = roles("He spoke by phone to Chilean leader Luis Olin, a conversation that comes at a tense moment.")
    assert not any("conversation" in role for role in found)
    assert "Luis Olin is Chilean leader" in found


def test_things_are_nobodys_role(roles):
    assert roles("Roy Vane, right on schedule, said yes to the plan.") == set()


def test_kin_of_nobody_is_no_role(roles):
    assert not roles("Mother Clara Hoffman and sister Ada Hoffman were found dead.")
    assert roles("His sister Clara Hoffman called the police on Monday.")
