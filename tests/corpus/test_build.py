"""Every committed story passes the checks, its key is sound, and the split covers all of them."""

from itertools import chain

import pytest

from agreement import agreement, load_scorer
from build import STORIES, check, names_of, parts, read, write
from checks import check_story
from key import build_key
from second import SECOND, same_text
from story import load

NAMES = names_of()


@pytest.fixture(scope="module")
def stories():
    found, faults = read(NAMES)
    assert faults == []
    return found


@pytest.fixture(scope="module")
def keys(stories):
    return [(story, build_key(story)) for story in stories]


def test_the_corpus_passes_its_checks(stories):
    assert check(stories, []) == []


def test_every_span_of_every_key_is_verbatim(keys):
    for story, key in keys:
        texts = {f"{r.id}.json": r.text for r in story.reports}
        attributions = chain.from_iterable(a["source"] + a["cue"] + a["content"] for a in key["attributions"])
        passages = chain.from_iterable((r["a"], r["b"]) for r in key["text_reuse"])
        members = chain.from_iterable(c["members"] for c in key["clusters"])
        for s in chain(members, attributions, passages, key["times"], key["numbers"], key["debris"]):
            assert texts[s["file"]][s["start"] : s["end"]] == s["text"], (story.name, s)


def test_the_split_names_each_story_once():
    named = chain.from_iterable(parts().values())
    assert sorted(named) == NAMES


def test_second_keys_stand_on_the_text_of_the_first():
    names = sorted(p.parent.name for p in SECOND.glob("*/story.toml"))
    assert names
    for name in names:
        second = load(SECOND / name)
        assert same_text(load(STORIES / name), second), name
        assert list(check_story(second)) == []


def test_building_twice_gives_the_same_bytes(stories, tmp_path):
    for out in ("a", "b"):
        write(stories[0], tmp_path / out)
    made = [sorted((p.name, p.read_bytes()) for p in (tmp_path / out).rglob("*.json")) for out in ("a", "b")]
    assert made[0] == made[1]
    assert len(made[0]) == len(stories[0].reports) + 1


def test_a_key_agrees_with_itself(keys, shared):
    """Told as a dossier and scored against itself a key is perfect, but for claims that share one span."""
    scorer = load_scorer(shared / "score_dossier.py")
    for story, key in keys:
        result = agreement(scorer, key, key, {f"{r.id}.json": r.text for r in story.reports})
        assert result["spans_not_verbatim"] == 0
        assert result["debris"] == 0
        assert result["claims"]["f1"] == 1.0
        assert result["bcubed"]["f1"] > 0.95, story.name
        assert result["sources"]["accuracy"] in (1.0, None)
        assert result["conflicts"]["f1"] == 1.0 or not result["conflicts"]["gold"]
