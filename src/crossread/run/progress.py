"""A progress line on a terminal, nothing in a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from crossread.pipeline import Progress as Tell
from crossread.pipeline import silent

STAGES = ("read", "annotate", "trace", "align", "compare", "compose")


@contextmanager
def reporter(shown: bool) -> Iterator[Tell]:
    """A callable told (stage, items) as each stage begins."""
    if not shown:
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=len(STAGES))

        def tell(stage: str, items: int) -> None:
            bar.update(task, completed=STAGES.index(stage), description=f"{stage} {items:,}")

        yield tell
