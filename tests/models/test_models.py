"""Shipped weights are there, whole, and small enough to ship."""

import re

import pytest

from crossread import models
from crossread.errors import ModelError

MOST_BYTES = 90_000_000


def test_every_file_of_the_manifest_is_the_one_named():
    for name in models.manifest().files:
        assert models.locate(name).is_file()


def test_all_weights_together_are_small():
    assert sum(f.bytes for f in models.manifest().files.values()) < MOST_BYTES


UNSIGNED = 2
"""``TensorProto.DataType.UINT8`` (ONNX)."""


@pytest.mark.parametrize("name", [n for n in models.manifest().files if n.endswith(".onnx")])
def test_products_do_not_overflow_on_any_processor(name):
    # Unsigned times signed bytes overflows 16-bit sums where there is no VNNI: another answer on another machine.
    stored = re.findall(rb"\x10(.)B.onnx::MatMul_\d+_quantized", models.locate(name).read_bytes())
    assert len(stored) >= 24
    assert {kind[0] for kind in stored} == {UNSIGNED}


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
