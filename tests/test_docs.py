"""The examples of the documents run, and every link between them leads somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.demo import path

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "corpus" / "README.md"]


def test_the_python_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), re.S)
    exec(compile(example.replace("reports/", str(path())), "docs/commands.md", "exec"), {})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_commands_of_the_readme_are_targets_of_the_makefile():
    targets = re.findall(r"`?make (\w+)`?", (ROOT / "README.md").read_text(encoding="utf-8"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets
    assert all(re.search(rf"^{t}:", makefile, re.M) for t in targets)


def test_make_demo_runs_a_command_that_works(tmp_path):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (arguments,) = re.findall(r"^demo:.*\n\t\$\(BIN\)/crossread (.*) --out demo-out$", makefile, re.M)
    command = [sys.executable, "-m", "crossread.cli", *arguments.split(), "--out", str(tmp_path)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert told.strip().splitlines()[-2:] == [str(tmp_path / "dossier.html"), str(tmp_path / "dossier.json")]
