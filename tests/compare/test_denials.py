"""Denials: who denies, and the claim that is denied."""

from tests.stories import cross_read, told, words_of

from crossread.compare.negation import ANAPHORIC


def test_a_denial_is_set_against_what_another_report_tells(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Two former guards said that the museum had ignored warnings about the broken alarm.",
            "b.txt": "The museum denied that it had ignored warnings about the broken alarm.",
        },
    )
    assert any("ignored warnings" in words_of(c) and c.severity != "refinement" for c in told(dossier, "denial"))


def test_a_denial_that_points_back_finds_what_it_points_at(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The union said that police had fired rubber bullets at the pickets. The police denied that.",
            "b.txt": "Pickets stood outside the gate on Tuesday, and the port stayed closed.",
        },
    )
    found = told(dossier, "denial")
    assert any("fired rubber bullets" in words_of(c) and "denied that" in words_of(c) for c in found)
    assert all("police" in c.explanation for c in found)


def test_to_reject_an_offer_is_no_denial(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The company offered the drivers four per cent over two years.",
            "b.txt": "The drivers rejected the company's offer of four per cent over two years.",
        },
    )
    assert told(dossier, "denial") == []


def test_not_to_deny_is_no_denial(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The paper reported that the chairman would resign in May.",
            "b.txt": "The chairman did not deny that he would resign in May.",
        },
    )
    assert told(dossier, "denial") == []


def test_a_relative_clause_denies_the_noun_before_it(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Neighbours have voiced concern about the patrols, especially after reports by the Quay Post of "
            "repeated shots at fishing boats in the strait, which the navy has denied.",
            "b.txt": "The harbour stayed closed on Tuesday, and boats waited outside the strait.",
        },
    )
    (found,) = told(dossier, "denial")
    assert "shots" in found.sides[0].mentions[0].text
    assert found.sides[0].value.startswith("reports by the Quay Post of repeated shots")
    assert "which the navy has denied" in found.sides[1].mentions[0].text


def test_words_quoted_within_a_side_keep_both_marks(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Captain Ada Reen was accused of giving an order to “sink every boat,” though the minister said "
            "Reen denied giving such an order.",
            "b.txt": "The harbour stayed closed on Tuesday, and boats waited outside the strait.",
        },
    )
    values = [side.value for found in told(dossier, "denial") for side in found.sides]
    assert all(v.count("“") == v.count("”") for v in values)
    assert any("“sink every boat”" in v for v in values)


def test_in_a_large_story_those_who_deny_are_heard_first(tmp_path, monkeypatch):
    monkeypatch.setattr("crossread.compare.denial_pairs.MOST_CELLS", 1)
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "No ship left the harbour on Monday. The union said that police had fired rubber bullets at the "
            "pickets. The police denied that.",
            "b.txt": "Pickets stood outside the gate on Tuesday, and the port stayed closed.",
        },
    )
    (found,) = told(dossier, "denial")
    assert "denied that" in words_of(found)


def test_a_denial_with_content_of_its_own_points_to_nothing_before_it(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Soldiers took the garrison on Tuesday, while the cabinet denied that a coup was in progress.",
            "b.txt": "The price of bread rose in the capital on Tuesday.",
        },
    )
    assert not any("took the garrison" in words_of(c) and c.severity == "conflict" for c in told(dossier, "denial"))


def test_what_points_back_past_its_sentence_denies_all_that_was_said_there(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The guard said that the alarm had been switched off and that the doors stood open. "
            "The museum denied that.",
            "b.txt": "The price of bread rose in the capital on Tuesday.",
        },
    )
    denied = [c for c in told(dossier, "denial") if "denied that" in words_of(c)]
    assert any("alarm" in words_of(c) and "doors" in words_of(c) for c in denied)


def test_a_hostile_text_is_read_in_time():
    text = "denied" + " this that claim" * 200 + " x"
    assert ANAPHORIC.search(text) is None


def test_two_who_rule_out_the_same_agree(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The shipping line never gave the striking dockers an ultimatum, its chairman said on Monday.",
            "b.txt": "The shipping line denied that it had given the striking dockers an ultimatum.",
        },
    )
    assert told(dossier, "denial") == []


def test_a_negation_that_both_sentences_hold_denies_neither(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "“Tomas was a good lad, never one of those to get into trouble,” his aunt said on Monday.",
            "b.txt": "“He was a good lad, never one of those to go out and get into trouble,” said an aunt of Tomas.",
        },
    )
    assert told(dossier, "denial") == []
