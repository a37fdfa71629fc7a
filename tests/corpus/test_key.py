"""From marks to the key: chains, certainty, origins and the counting of them."""

import pytest

from attributions import attributions_of
from key import build_key
from story import load

TOML = """
title = "T"
field = "accidents"
[claims]
died-2 = "event: Two died."
died-3 = "event: Three died."
role = "state: Ada Reen is mayor."
[sources]
mayor = "person: Ada Reen -> town"
town = "organisation: town hall"
aides = "unnamed: aides"
post = "outlet: Fen Post"
wire = "outlet: Wirenews"
[quotes]
Q1 = "mayor: two gone"
[copies]
p1 = "r01 light"
[[conflict]]
kind = "number"
severity = "conflict"
claims = ["died-2", "died-3"]
why = "two, three"
"""
REPORTS = [
    "{p=p1|{died-2|Two men died} at noon}. {@mayor|{role ^|{s|Ada Reen, the mayor}}, "
    '{k|said} {q=Q1|"{died-2|two are gone}"}}.',
    "{p=p1|{died-2|Two men were dead} by noon}. "
    "{@post>aides|{s|Aides} {k|told} {s post|the Post} {died-3|three died}}.",
    "{@aides|{s|Aides} {k|said} {died-3 ~|three may have died}}.",
    "{@town|{s|The town hall} {k|denied} {died-3 !|that three died}}. {died-2 %wire|Two died}.",
]


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "story.toml").write_text(TOML)
    outlets = ["Wirenews", "Fen Echo", "Fen Post", "Fen Star"]
    for i, (outlet, body) in enumerate(zip(outlets, REPORTS, strict=True), 1):
        header = f"outlet: {outlet}\npublished: none\nmanner: m\nfrom: f\ntitle: t\n---\n"
        (folder / f"r0{i}.txt").write_text(header + body)
    return load(folder)


def members(story, slug):
    return next(c for c in build_key(story)["clusters"] if c["slug"] == slug)["members"]


def test_chain_and_certainty_follow_the_attribution_around(story):
    assert [(m["speaker_chain"], m["certainty"]) for m in members(story, "died-2")] == [
        (["report r01"], "asserted"),
        (["report r01", "Ada Reen"], "quoted"),
        (["report r02"], "asserted"),
        (["report r04"], "asserted"),
    ]
    assert members(story, "role")[0]["speaker_chain"] == ["report r01"]


def test_origins(story):
    assert [m["origin"] for m in members(story, "died-2")] == ["own:r01", "town hall", "own:r01", "own:r01"]
    assert [m["origin"] for m in members(story, "died-3")] == [
        "unnamed sources of Fen Post",
        "unnamed sources of Fen Post",
        "town hall",
    ]


def test_status_and_conflict(story):
    key = build_key(story)
    assert {c["slug"]: c["status"] for c in key["clusters"]} == {
        "died-2": "mixed",
        "died-3": "mixed",
        "role": "single-origin",
    }
    assert key["contradictions"][0]["clusters"] == ["c001", "c002"]


def test_attributions_have_source_cue_content_and_links(story):
    post = next(a for a in attributions_of(story) if a["chain"] == ["post", "aides"])
    assert [[s["text"] for s in post[k]] for k in ("source", "cue", "content", "links")] == [
        ["Aides"],
        ["told"],
        ["three died"],
        ["the Post"],
    ]


def test_copies_have_a_direction(story):
    copy = build_key(story)["copies"][0]
    assert copy["from_report"] == "r01"
    assert [p["file"] for p in copy["passages"]] == ["r02.json"]


def test_spans_are_verbatim(story):
    texts = {f"{r.id}.json": r.text for r in story.reports}
    key = build_key(story)
    for group in ("quote_variants", "clusters"):
        for item in key[group]:
            for s in item.get("members", []) + item.get("variants", []):
                assert texts[s["file"]][s["start"] : s["end"]] == s["text"]
