"""Gaps: what could not be told is told."""

from tests.stories import cross_read
from tests.trace.made import plain

from crossread.compose.gaps import _sentence_stems
from crossread.model.story import Story


def test_a_report_without_a_date_and_one_cut_short(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The bridge over the Orrin closed on Monday, said Mayor Ines Okafor.",
            "b.txt": "The Orrin bridge was closed. Subscribe to continue reading",
        },
    )
    kinds = {g.kind for g in dossier.gaps}
    assert "no-date" in kinds
    assert "cut-text" in kinds


def test_each_gap_is_told_once(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The bridge over the Orrin was closed.",
            "b.txt": "The Orrin bridge was closed. Subscribe to continue reading",
        },
    )
    assert len([g for g in dossier.gaps if g.kind == "cut-text"]) == 1
    (undated,) = [g for g in dossier.gaps if g.kind == "no-date"]
    assert "r00, r01 (2 reports) carry" in undated.text


def beside_three_alike(folder, last: str):
    """The dossier of three reports that tell one thing, and a fourth."""
    line = "The harbour bridge was closed to lorries on Monday."
    others = {"a.txt": "Traffic was slow.", "b.txt": "Shops complained.", "c.txt": "Buses ran."}
    return cross_read(folder, {**{name: f"{line} {more}" for name, more in others.items()}, "d.txt": last})


def test_a_report_that_is_silent_where_all_others_speak(tmp_path):
    dossier = beside_three_alike(tmp_path, "The mayor opened a school in the hills.")
    assert any(g.kind == "silent" and "r03" in g.text for g in dossier.gaps)


def test_who_may_tell_it_in_other_words_is_not_called_silent(tmp_path):
    last = "For lorries the bridge at the harbour is closed, as drivers found out by Monday night."
    dossier = beside_three_alike(tmp_path, last)
    assert not any(g.kind == "silent" and "r03" in g.text for g in dossier.gaps)


def test_the_dead_are_not_asked_for_their_word(tmp_path):
    said = "The harbour pilot Ada Reen {} on Monday. The port of Orrin was closed to ships, the mayor said."
    told = {f"{n}.txt": said.format(how) for n, how in enumerate(("was found dead", "was killed", "died"))}
    left = {f"{n}.txt": said.format(how) for n, how in enumerate(("went away", "left", "sailed off"))}
    for n, (reports, heard) in enumerate(((told, False), (left, True))):
        (tmp_path / str(n)).mkdir()
        gaps = [g.text for g in cross_read(tmp_path / str(n), reports).gaps if g.kind == "not-heard"]
        assert any("Reen" in text for text in gaps) is heard


def test_two_sentences_side_by_side_are_looked_at_as_one():
    story = Story((plain("r00", "Lorries had a bad Monday. The bridge was closed. Shops complained."),))
    held = _sentence_stems(story, "r00")
    assert any({"lorri", "bridg", "close"} <= stems for stems in held)
    assert not any({"lorri", "shop"} <= stems for stems in held)


def test_an_assumed_name_is_not_asked_for_its_word(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Mayor Olin wrote to women under the pseudonym Ivo Bant. “I am sorry,” Olin said.",
            "b.txt": "The mayor, Olin, used the alias Ivo Bant for years.",
        },
    )
    assert not any(g.kind == "not-heard" and "Bant" in g.text for g in dossier.gaps)


def test_a_name_over_a_shop_is_nobody_to_be_asked(tmp_path):
    shop, woman = "Fire destroyed the Ada Reen bakery{}.", "Ada Reen left the house{}."
    for n, (told, asked) in enumerate(((shop, False), (woman, True))):
        (tmp_path / str(n)).mkdir()
        ways = ("", " at noon", " on Monday")
        reports = {f"{k}.txt": f"{told.format(how)} The port was shut, the mayor said." for k, how in enumerate(ways)}
        gaps = [g.text for g in cross_read(tmp_path / str(n), reports).gaps if g.kind == "not-heard"]
        assert any("Reen" in text for text in gaps) is asked


def test_a_bodys_spokeswoman_is_its_voice(tmp_path):
    line = "A spokeswoman for Tarn Rail said the line would stay shut all week. {}"
    dossier = cross_read(tmp_path, {"a.txt": line.format("Traffic was slow."), "b.txt": line.format("Buses ran.")})
    assert not any(g.kind == "unnamed-source" for g in dossier.gaps)
