"""Shipped weights are there, whole, and small enough to ship."""

import pytest

from crossread import models
from crossread.errors import ModelError

MOST_BYTES = 90_000_000


def test_every_file_of_the_manifest_is_the_one_named():
    for name in models.manifest().files:
        assert models.locate(name).is_file()


def test_all_weights_together_are_small():
    assert sum(f.bytes for f in models.manifest().files.values()) < MOST_BYTES


def test_every_data_set_has_a_licence():
    named = {d for f in models.manifest().files.values() for d in f.data}
    assert named <= set(models.manifest().data)
    assert all(d.licence and d.source for d in models.manifest().data.values())


def test_unknown_names_are_told():
    with pytest.raises(ModelError, match="no such shipped model"):
        models.locate("oracle.onnx")


def test_a_changed_file_is_told(tmp_path, monkeypatch):
    name = "words_scale.npy"
    (tmp_path / name).write_bytes(models.locate(name).read_bytes() + b"x")
    models.locate.cache_clear()
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    known = models.manifest()
    monkeypatch.setattr(models, "manifest", lambda: known)
    with pytest.raises(ModelError, match="not the shipped model"):
        models.locate(name)
    models.locate.cache_clear()


def test_a_missing_file_is_told(tmp_path, monkeypatch):
    models.locate.cache_clear()
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    known = models.manifest()
    monkeypatch.setattr(models, "manifest", lambda: known)
    with pytest.raises(ModelError, match="missing"):
        models.locate("tokenizer.json")
    models.locate.cache_clear()
