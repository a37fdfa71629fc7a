"""Settings: one file, every setting documented, mistakes told by name."""

from pathlib import Path

import pytest

from crossread.errors import SettingsError
from crossread.settings import Settings, load

DOCS = Path(__file__).parent.parent / "docs" / "settings.md"


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_every_setting_is_documented(name):
    assert f"`{name}`" in DOCS.read_text(encoding="utf-8")


def test_without_a_file_the_defaults_hold():
    assert load(None) == Settings()


def test_a_file_changes_what_it_names(tmp_path):
    file = tmp_path / "crossread.toml"
    file.write_text("jobs = 2\n")
    assert load(file) == Settings(jobs=2)


@pytest.mark.parametrize(
    ("content", "told"),
    [("jbos = 2", "jbos"), ("jobs = 'two'", "jobs"), ("jobs = 0", "jobs"), ("jobs =", "crossread.toml")],
)
def test_a_mistake_is_told_by_name(tmp_path, content, told):
    file = tmp_path / "crossread.toml"
    file.write_text(content)
    with pytest.raises(SettingsError, match=told):
        load(file)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SettingsError, match=r"none\.toml"):
        load(tmp_path / "none.toml")
