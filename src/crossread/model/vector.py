"""What stages are given to compare meanings, without owning a model themselves."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.model.story import Story

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts to unit rows, shape (n, 384), float32."""

EmbedMentions = Callable[[Story], "InContext"]
"""A story to the vectors of its mentions, each read in its report."""

ScorePairs = Callable[[Story, Sequence[tuple[int, int]]], NDArray[np.float32]]
"""Pairs of a story's mentions to probabilities of (same, refines, contradicts, neither), shape (n, 4)."""


class InContext(NamedTuple):
    """Mentions as their reports show them.

    ``vectors`` are unit rows, shape (mentions, width); ``words`` holds for each mention the unit rows of its telling
    words, shape (words, width), half precision.
    """

    vectors: NDArray[np.float32]
    words: tuple[NDArray[np.float16], ...]
