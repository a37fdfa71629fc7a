"""Reading a folder: every input ends as a report or as one line that says why not."""

import io
import itertools
import json
import os
from pathlib import Path

import pytest

from crossread import demo
from crossread.model.report import Report
from crossread.read import read

STORY = "The ferry to Tarn Island sank on Monday. Its captain said that a valve had failed in the engine room."
OTHER = "Divers found the ferry on Tuesday in forty metres of water, the coastguard said in a statement at noon."


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def test_a_folder_of_text_becomes_reports_in_order_of_path(tmp_path):
    reading = read([write(tmp_path, b__txt=OTHER, a__txt=STORY)])
    assert [(r.id, r.path, r.text) for r in reading.reports] == [("r00", "a.txt", STORY), ("r01", "b.txt", OTHER)]
    assert reading.failures == ()


def test_the_order_of_inputs_changes_nothing(tmp_path):
    write(tmp_path, a__txt=STORY, b__txt=OTHER, c__json="{", d__txt="")
    named = [tmp_path / n for n in ("a.txt", "b.txt", "c.json", "d.txt", "none.txt")]
    readings = {read(order) for order in itertools.permutations(named)}
    assert len(readings) == 1


def test_one_file_named_in_three_ways_is_one_report(tmp_path):
    write(tmp_path, a__txt=STORY)
    reading = read([tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt")])
    assert len(reading.reports) == 1
    assert reading.gaps == ()


def test_newlines_are_kept_so_that_offsets_hold_against_the_file(tmp_path):
    text = "First line of the report.\r\nSecond line.\n\rThird – with a dash.\n"
    reading = read([write(tmp_path, a__txt=text)])
    with open(tmp_path / "a.txt", newline="", encoding="utf-8") as file:
        assert reading.reports[0].text == file.read() == text


def test_two_copies_of_one_file_are_one_report_and_told(tmp_path):
    reading = read([write(tmp_path, a__txt=STORY, b__txt=STORY, c__txt=OTHER)])
    assert [r.path for r in reading.reports] == ["a.txt", "c.txt"]
    assert [(g.kind, "b.txt is a copy of a.txt" in g.text) for g in reading.gaps] == [("duplicate", True)]


def test_a_text_that_differs_in_white_space_only_is_marked_as_duplicate(tmp_path):
    reading = read([write(tmp_path, a__txt=STORY, b__txt=STORY.replace(". ", ".\n\n"))])
    assert [r.duplicate_of for r in reading.reports] == [None, "r00"]


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t ", "empty"),
    "binary.txt": (b"\x00\x01\x02\x03" * 50, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "PNG picture"),
    "paper.pdf": (b"%PDF-1.7 and so on", "PDF"),
    "broken.json": (b'{"text": "The ferry sank', "broken JSON"),
    "keys.json": (b'{"story": {"id": 4}}', "without an article"),
    "list.json": (b"[]", "empty list"),
    "deep.json": (b"[" * 200_000, "nested too deeply"),
    "digits.json": (b'{"text": ' + b"9" * 5000 + b"}", "broken JSON"),
    "empty.jsonl": (b"\n\n", "empty"),
    "nothing.html": (b"<html><body></body></html>", "without an article text"),
    "wide.txt": (b"\xff\xfe\x00\xd8a", "utf-16-le"),
    "long.txt": (b"The ferry sank. " * 20_000, "characters"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_one_clear_line_and_stops_nothing(tmp_path, name):
    data, why = BAD[name]
    write(tmp_path, zz1__txt=STORY, zz2__txt=OTHER)
    (tmp_path / name).write_bytes(data)
    reading = read([tmp_path])
    assert len(reading.reports) == 2
    [failure] = reading.failures
    assert (failure.path, failure.stage) == (name, "read")
    assert why in failure.error
    assert "\n" not in failure.error


def test_fifty_megabytes_of_text_are_refused_by_size(tmp_path):
    write(tmp_path, a__txt=STORY)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)  # a sparse file: nothing is written
    reading = read([tmp_path])
    assert len(reading.reports) == 1
    assert "too large" in reading.failures[0].error


def test_missing_names_and_patterns_without_a_match_are_told(tmp_path):
    write(tmp_path, a__txt=STORY)
    reading = read([tmp_path, tmp_path / "gone.txt", str(tmp_path / "*.html")])
    assert [f.error.split(";")[0] for f in reading.failures] == [
        "no file matches the pattern",
        "no such file or folder",
    ]


def test_a_folder_without_reports_is_told(tmp_path):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", **{".hidden": STORY})
    assert "without reports" in read([tmp_path]).failures[0].error


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_lead_nowhere_or_round_are_told_and_end(tmp_path):
    write(tmp_path, a__txt=STORY)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    reading = read([tmp_path])
    assert [r.path for r in reading.reports] == ["a.txt"]
    assert [f.path for f in reading.failures] == ["gone.txt", "self.txt"]
    assert [g.kind for g in reading.gaps] == ["unread-folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no regular file" in read([tmp_path]).failures[0].error


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission_is_told(tmp_path):
    write(tmp_path, a__txt=STORY, b__txt=OTHER)
    (tmp_path / "b.txt").chmod(0)
    assert "no permission" in read([tmp_path]).failures[0].error


def test_a_refusal_by_the_system_says_what_to_do(tmp_path, monkeypatch):
    write(tmp_path, a__txt=STORY)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "chmod" in read([tmp_path]).failures[0].error


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (STORY, [STORY]),
        (json.dumps({"title": "Ferry", "text": STORY}), [STORY]),
        (f"{json.dumps({'text': STORY})}\n{json.dumps({'text': OTHER})}\n", [STORY, OTHER]),
        (f"<!DOCTYPE html><html><body><article><p>{STORY}</p><p>{OTHER}</p></article></body></html>", None),
        ("[Update] " + STORY, ["[Update] " + STORY]),
    ],
)
def test_standard_input_is_sniffed(data, texts):
    reading = read(["-"], stdin=io.BytesIO(data.encode()))
    assert not reading.failures
    got = [r.text for r in reading.reports]
    assert got == texts if texts is not None else (len(got) == 1 and STORY in got[0] and "<p>" not in got[0])


def test_another_language_is_told_and_kept(tmp_path):
    german = (
        "Die Fähre zur Insel ist am Montag gesunken. Der Kapitän sagte, ein Ventil im Maschinenraum sei defekt gewesen."
    )
    reading = read([write(tmp_path, a__txt=german)])
    assert reading.reports[0].language == "de"
    assert [g.kind for g in reading.gaps] == ["unread-language"]


def test_a_story_of_more_than_a_hundred_reports_gets_longer_ids(tmp_path):
    lines = "\n".join(json.dumps({"text": f"{STORY} Passenger {n} was saved."}) for n in range(101))
    ids = [r.id for r in read([write(tmp_path, a__jsonl=lines)]).reports]
    assert (ids[0], ids[-1], len(set(ids))) == ("r000", "r100", 101)


def test_the_demo_story_is_read_whole():
    reading = read([demo.path()])
    assert (len(reading.reports), reading.failures, reading.gaps) == (6, (), ())
    by_outlet = {r.outlet: r for r in reading.reports}
    assert sorted(o for o in by_outlet if o) == [
        "Financial Tide", "Inland Post", "Metro Now", "Quayside Weekly", "The Callis Courier", "The Eastern Ledger",
    ]  # fmt: skip
    dated = {o: (r.published.earliest, r.published.basis) for o, r in by_outlet.items()}
    assert dated["The Callis Courier"] == ("2024-03-13", "metadata")
    assert dated["The Eastern Ledger"] == ("2024-03-13", "dateline")
    assert dated["Inland Post"] == (None, "unknown")
    assert by_outlet["The Callis Courier"].credits == ("Norlund Press",)
    assert all(_sound(r) for r in reading.reports)
    assert all(r.complete and r.language == "en" and r.debris for r in reading.reports)


def _sound(report: Report) -> bool:
    ends = [0] + [d.end for d in report.debris]
    ordered = all(d.start >= e for d, e in zip(report.debris, ends, strict=False))
    return ordered and all(report.text[d.start : d.end].strip() for d in report.debris)
