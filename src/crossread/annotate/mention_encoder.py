"""Mentions as their reports show them: each is read with all that stands around it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.encoder import WINDOWS_A_RUN, Floats, session, tokenizer, window_inputs, windows
from crossread.annotate.pieces import Words, words_of
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.vector import InContext


class MentionEncoder:
    """Runs ``mentions.onnx`` over a report's windows; what it says depends on that report alone."""

    width = 384

    def __init__(self, threads: int = 1, graph: str | Path = "mentions.onnx") -> None:
        self._session = session(graph, threads)

    def __call__(self, story: Story) -> InContext:
        """Of every mention of the story, in order."""
        rows: dict[str, list[int]] = {}
        for i, mention in enumerate(story.mentions):
            rows.setdefault(mention.report, []).append(i)
        found: dict[int, tuple[Floats, Floats]] = {}
        for annotated in story.reports:
            chosen = rows.get(annotated.report.id, [])
            if not chosen:
                continue
            words = words_of(tokenizer(), annotated.report.text)
            places = [words.within(story.mentions[i].start, story.mentions[i].end) for i in chosen]
            telling = _telling(words, annotated.report.text)
            found.update(zip(chosen, self._of_report(words, places, telling), strict=True))
        vectors = np.zeros((len(story.mentions), self.width), np.float32)
        for i, (mean, _) in found.items():
            vectors[i] = mean
        return InContext(vectors, tuple(found[i][1].astype(np.float16) for i in range(len(story.mentions))))

    def _of_report(
        self, words: Words, places: Sequence[tuple[int, int]], telling: NDArray[np.bool_]
    ) -> list[tuple[Floats, Floats]]:
        """(vector, rows of telling words) of each stretch of words, read where a window's middle is nearest."""
        none = np.zeros((0, self.width), np.float32)
        out = [(np.zeros(self.width, np.float32), none)] * len(places)
        plan = windows(words)
        held = [nearest(plan, low, high) for low, high in places] if plan else []
        for i in range(0, len(plan), WINDOWS_A_RUN):
            inside = [n for n, k in enumerate(held) if i <= k < i + WINDOWS_A_RUN]
            if not inside:
                continue
            states = self._session.run(None, window_inputs(words, plan[i : i + WINDOWS_A_RUN]))[0]
            for n in inside:
                first, last = plan[held[n]]
                low, high = max(places[n][0], first), min(places[n][1], last)
                if low < high:
                    own = states[held[n] - i, low - first : high - first]
                    kept = own[telling[low:high]] if telling[low:high].any() else own
                    out[n] = (_unit(own.mean(axis=0, keepdims=True))[0], _unit(kept))
        return out


def _telling(words: Words, text: str) -> NDArray[np.bool_]:
    """Which words tell something: those that have a content stem."""
    places = zip(words.start.tolist(), words.end.tolist(), strict=True)
    return np.array([bool(content_stems(text[a:b])) for a, b in places], dtype=bool)


def _unit(rows: Floats) -> Floats:
    unit: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def nearest(plan: list[tuple[int, int]], low: int, high: int) -> int:
    """The window in whose middle words ``low:high`` stand best."""
    return min(range(len(plan)), key=lambda k: abs(sum(plan[k]) - low - high))
