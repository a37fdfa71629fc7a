"""The command line as a user meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crossread import __version__
from crossread.cli import app
from crossread.demo import path

COMMANDS = ("dossier", "demo", "annotate", "times", "why", "schema")
ROOT = Path(__file__).parent.parent


def run(*args: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "crossread.cli", *args], capture_output=True, input=stdin, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    return out, run("dossier", str(path()), "--out", str(out))


def test_the_version_is_printed():
    assert run("--version").stdout.decode().strip() == f"crossread {__version__}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_docs(command):
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"crossread {command}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_a_folder_becomes_a_dossier_and_a_page(made):
    out, result = made
    assert result.returncode == 0, result.stderr.decode()
    assert json.loads((out / "dossier.json").read_bytes())["schema"] == "crossread/dossier/1"
    assert (out / "dossier.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(out / "dossier.html") in result.stdout.decode()


def test_progress_is_silent_in_a_pipe(made):
    assert made[1].stderr == b""


def test_two_processes_give_the_same_bytes(made, tmp_path):
    out, _ = made
    assert run("dossier", str(path()), "--out", str(tmp_path), "--jobs", "2", "--quiet").stdout == b""
    assert (tmp_path / "dossier.json").read_bytes() == (out / "dossier.json").read_bytes()
    assert (tmp_path / "dossier.html").read_bytes() == (out / "dossier.html").read_bytes()


def test_json_goes_to_standard_output(tmp_path):
    result = run("dossier", str(path()), "--out", str(tmp_path), "--json")
    assert result.stdout == (tmp_path / "dossier.json").read_bytes()


def test_reports_without_a_command_are_told_the_command(tmp_path):
    found = run(str(tmp_path))
    assert found.returncode == 2
    assert f"crossread dossier {tmp_path}" in found.stderr.decode()


def test_one_report_is_too_few(tmp_path):
    (tmp_path / "one.txt").write_text("The bridge is closed, the mayor said on Monday.")
    result = run("dossier", str(tmp_path))
    assert result.returncode == 2
    assert b"at least 2" in result.stderr


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path):
    story = tmp_path / "story"
    story.mkdir()
    (story / "a.txt").write_text("The bridge over the river closed on Monday, the mayor said.")
    (story / "b.txt").write_text("The mayor said that the river bridge had been closed on Monday.")
    (story / "c.json").write_text('{"title": "broken')
    (story / "d.txt").write_bytes(b"")
    result = run("dossier", str(story), str(story / "missing.txt"), "--out", str(tmp_path / "out"), "--json")
    assert result.returncode == 0
    failed = {f["path"].rsplit("/", 1)[-1] for f in json.loads(result.stdout)["failures"]}
    assert failed == {"c.json", "d.txt", "missing.txt"}


def test_reports_after_the_day_are_left_out(tmp_path):
    result = run("dossier", str(path()), "--out", str(tmp_path), "--json", "--as-of", "2024-03-13")
    dossier = json.loads(result.stdout)
    assert dossier["made"]["as_of"] == "2024-03-13"
    assert any(g["kind"] == "later-report" for g in dossier["gaps"])


def test_a_day_that_is_none_is_an_error():
    result = run("dossier", str(path()), "--as-of", "2024-02-31")
    assert result.returncode == 2
    assert b"2024-02-31" in result.stderr


def test_a_count_is_explained_in_words(made):
    out, _ = made
    claim = json.loads((out / "dossier.json").read_bytes())["claims"][0]["id"]
    assert run("why", claim, "--dossier", str(out / "dossier.json")).stdout.strip()
    assert run("why", "c99999", "--dossier", str(out / "dossier.json")).returncode == 2


def test_annotations_are_one_line_a_report(tmp_path):
    (tmp_path / "a.txt").write_text("The mayor said on Monday that the bridge would stay closed.")
    lines = run("annotate", str(tmp_path), "--json").stdout.decode().splitlines()
    told = json.loads(lines[0])
    assert set(told) >= {"path", "text", "sentences", "tokens", "entities", "attributions", "times", "quantities"}
    assert {"start", "end", "upos", "head", "deprel"} <= set(told["tokens"][0])
    assert sum(t["head"] == -1 for t in told["tokens"]) == len(told["sentences"])


def test_times_of_a_text():
    result = run("times", "-", "--dct", "2013-03-22", stdin=b"The talks ended on Tuesday.")
    (time,) = json.loads(result.stdout)["times"]
    assert (time["type"], time["value"]) == ("DATE", "2013-03-19")


def test_times_come_with_quantities(tmp_path):
    (tmp_path / "a.txt").write_text("At least 83 people died on Monday.", encoding="utf-8")
    out = run("times", str(tmp_path / "a.txt"), "--dct", "2024-05-16")
    assert [q["text"] for q in json.loads(out.stdout)["quantities"]] == ["At least 83"]


def test_times_as_timeml():
    result = run("times", "-", "--timeml", "--dct", "2013-03-22", stdin=b"The talks ended on Tuesday.")
    assert b"<TIMEX3" in result.stdout


def test_the_schema_is_json():
    assert "Dossier" in json.loads(run("schema").stdout)["$defs"]


def test_tables_and_graph_are_written_beside_the_page(tmp_path):
    result = run("dossier", str(path()), "--out", str(tmp_path), "--tables", "--graph", "--quiet")
    assert result.returncode == 0, result.stderr.decode()
    written = {p.name for p in tmp_path.iterdir()}
    assert written >= {
        "claims.csv",
        "conflicts.csv",
        "sourcing.graphml",
        "sourcing.gexf",
        "dossier.json",
        "dossier.html",
    }
