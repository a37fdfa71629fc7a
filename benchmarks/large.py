"""A large story: ``python -m benchmarks.large --reports 500``. Processor seconds and memory, stage by stage.

All reports of the corpus are read as if they told one story; beyond their number they come again, every other
paragraph left out, which is harder than new ones: each mention then has a near twin.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import keyed
from crossread.compare import registry
from crossread.pipeline import Pipeline
from crossread.read import read
from crossread.settings import Settings


def texts(count: int) -> Iterator[str]:
    """The texts of as many reports."""
    folders = [f for part in ("train", "dev", "test", "loose") for f in keyed.corpus(part)]
    every = [r.text for f in folders for r in read([str(f / "reports")]).reports]
    for n in range(count):
        text, again = every[n % len(every)], n // len(every)
        yield "\n\n".join(text.split("\n\n")[again::2]) if again else text


class Clock:
    """Prints what each stage took."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.monotonic()

    def lap(self, stage: str, told: str) -> None:
        """One line: processor and wall seconds since the last, the most memory so far."""
        cpu, wall = time.process_time(), time.monotonic()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{stage:10} {cpu - self._cpu:8.1f} s  {wall - self._wall:8.1f} s wall  {memory:6.0f} MB  {told}",
            flush=True,
        )
        self._cpu, self._wall = cpu, wall


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=500)
    args = parser.parse_args()
    pipeline = Pipeline(Settings())
    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(texts(args.reports)):
            Path(folder, f"{n:04d}.txt").write_text(text, encoding="utf-8")
        clock = Clock()
        reading = read([folder])
        clock.lap("read", f"{len(reading.reports)} reports")
        story = pipeline.traced(reading, []).story
        clock.lap("to trace", f"{len(story.mentions)} mentions")
        story = pipeline.align(story)
        clock.lap("align", f"{len(story.groups)} claims")
        found = registry.find(story, pipeline.embed, pipeline.ask_in_context)
        clock.lap("compare", f"{len(found)} conflicts, tensions and refinements")
        print(f"largest claim: {max(len(g.members) for g in story.groups)} mentions; {len(story.edges)} edges")


if __name__ == "__main__":
    main()
