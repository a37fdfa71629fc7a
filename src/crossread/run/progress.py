"""A progress line on a terminal, nothing in a pipe."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

STAGES = ("read", "annotate", "trace", "align", "compare", "compose")
Tell = Callable[[str, int], None]


@contextmanager
def reporter(shown: bool) -> Iterator[Tell]:
    """A callable told (stage, items) as each stage begins."""
    if not shown:
        yield lambda stage, items: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=len(STAGES))

        def tell(stage: str, items: int) -> None:
            bar.update(task, completed=STAGES.index(stage), description=f"{stage} {items:,}")

        yield tell
