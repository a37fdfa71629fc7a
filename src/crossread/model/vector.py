"""What stages are given to compare meanings, without owning a model themselves."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts to unit rows, shape (n, 384), float32."""

ScorePairs = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
"""Pairs of propositions to probabilities of (same, refines, contradicts, neither), shape (n, 4)."""
