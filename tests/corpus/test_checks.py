"""What the build refuses: a sound story passes, and each fault put into it is named."""

import pytest

from checks import check_apart, check_story
from story import load

TOML = """
title = "T"
field = "accidents"
[claims]
died-2 = "event: Two died."
died-3 = "event: Three died."
[sources]
mayor = "person: Ada Reen"
[[conflict]]
kind = "number"
severity = "conflict"
claims = ["died-2", "died-3"]
why = "two, three"
"""


def filler(report, count=150):
    return " ".join(f"w{report}x{i}" for i in range(count))


def sound():
    """File name to content of a story without a fault."""
    bodies = [
        "{died-2|Two men died} {t=2031-03-04|on Tuesday}",
        "{@mayor|{s|The mayor} {k|said} {died-3|three}}",
        "{died-2|There were two dead}",
        "{died-2|Two}",
    ]
    header = "outlet: O{i}\npublished: 2031-03-05\nmanner: m\nfrom: f\ntitle: t\n---\n"
    files = {f"r0{i}.txt": header.replace("{i}", str(i)) + f"{body} {filler(i)}." for i, body in enumerate(bodies, 1)}
    return files | {"story.toml": TOML}


def faults(tmp_path, files, name="s"):
    folder = tmp_path / name
    folder.mkdir()
    for file, content in files.items():
        (folder / file).write_text(content)
    return list(check_story(load(folder)))


def test_a_sound_story_has_no_fault(tmp_path):
    assert faults(tmp_path, sound()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("story.toml", '["died-2", "died-3"]', '["died-2", "died-2"]', "sides are one claim"),
        ("story.toml", '["died-2", "died-3"]', '["died-2", "died-4"]', "'died-4' is no claim"),
        ("story.toml", "[sources]", 'none = "event: x"\n[sources]', "told by no report"),
        ("story.toml", "[sources]", '[sources]\nking = "person: x"', "reached by no chain"),
        ("story.toml", "[sources]", '[quotes]\nQ1 = "mayor: x"\n[sources]', "marked nowhere"),
        ("story.toml", "[sources]", '[copies]\np1 = "r01 light"\n[sources]', "it takes two"),
        ("story.toml", '"number"', '"weather"', "kind is one of"),
        ("r01.txt", "2031-03-04|on", "2031-03-05|on", "is a Wednesday, the text says Tuesday"),
        ("r01.txt", "{died-2|Two men died}", "{deid-2|Two men died}", "is no claim"),
        ("r01.txt", "w1x40 ", "w1x40.\n\nNothing is told here ", "paragraph with no mention"),
        ("r01.txt", filler(1), filler(1, 40), "words"),
        ("r01.txt", filler(1), filler(1, 1300), "words"),
        ("r01.txt", "w1x9", "{d=ad|{died-2|two men}}", "inside debris"),
        ("r01.txt", "w1x9", "{s|he}", "outside an attribution"),
        ("r01.txt", "title: t\n", "", "no title"),
        ("r01.txt", "2031-03-05", "last week", "no ISO day"),
        ("r02.txt", "{died-3|three}", "three", "holds no mention"),
        ("r03.txt", filler(3, 20), filler(1, 20), "shares 'w1x0"),
    ],
)
def test_each_fault_is_named(tmp_path, file, old, new, says):
    files = sound()
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    found = faults(tmp_path, files)
    assert any(says in fault for fault in found), found
    assert all(fault.startswith("s/") for fault in found)


def test_two_stories_share_no_sentence(tmp_path):
    stories = []
    for name in ("one", "two"):
        faults(tmp_path, sound(), name)
        stories.append(load(tmp_path / name))
    found = list(check_apart(stories))
    assert len(found) == 4
    assert "stands in one/r01.txt" in found[0]
    assert list(check_apart(stories[:1])) == []
