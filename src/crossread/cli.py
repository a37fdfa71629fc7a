"""The command line: ``crossread dossier``, ``demo``, ``annotate``, ``times``, ``why``, ``schema``."""

import sys
from pathlib import Path
from typing import Annotated as Arg
from typing import Any, NoReturn

import typer
from rich.console import Console
from typer.core import TyperGroup

from crossread import __version__
from crossread.errors import CrossreadError


class _Commands(TyperGroup):
    """The commands; reports given without one are told which reads them."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As the library does, with a word on files and folders that stand where a command should."""
        if args[0] not in self.commands and Path(args[0]).exists():
            ctx.fail(f"{args[0]} is no command. To cross-read reports: crossread dossier {' '.join(args)}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="crossread",
    cls=_Commands,
    help="Read many news reports of one story across each other and write a dossier.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Inputs = Arg[list[str], typer.Argument(metavar="REPORTS...", help="Files, folders or globs; - reads standard input.")]
Out = Arg[Path, typer.Option("--out", "-o", help="The folder to write to; made where it does not exist.")]
Config = Arg[Path | None, typer.Option("--settings", help="A TOML file with settings (docs/settings.md).")]
AsOf = Arg[str | None, typer.Option("--as-of", help="Leave out reports published after this day (YYYY-MM-DD).")]
Quiet = Arg[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
AsJson = Arg[bool, typer.Option("--json", help="Print the result to standard output as JSON.")]
Jobs = Arg[int | None, typer.Option("--jobs", "-j", help="Processes that annotate reports; the result is the same.")]


def _version(value: bool) -> None:
    if value:
        typer.echo(f"crossread {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Arg[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None: ...


@app.command()
def dossier(
    reports: Inputs,
    out: Out = Path("out"),
    settings: Config = None,
    as_of: AsOf = None,
    jobs: Jobs = None,
    tables: Arg[bool, typer.Option("--tables", help="Also write claims.csv and conflicts.csv.")] = False,
    graph: Arg[bool, typer.Option("--graph", help="Also write sourcing.graphml and sourcing.gexf.")] = False,
    quiet: Quiet = False,
    json: AsJson = False,
) -> None:
    """Cross-read REPORTS of one story: write dossier.json and dossier.html, and print a summary."""
    from crossread.run import dossier as running

    chosen = running.settings(settings, as_of=as_of, jobs=jobs)
    made = running.make(reports, chosen, progress=not quiet and sys.stderr.isatty())
    running.write(made, out)
    running.export(made, out, tables=tables, graph=graph)
    if json:
        sys.stdout.buffer.write(running.encode(made))
    elif not quiet:
        from crossread.show.summary import print_summary

        print_summary(made, Console())
        typer.echo(f"\n{out / 'dossier.html'}\n{out / 'dossier.json'}")


@app.command()
def demo(out: Out = Path("demo-out"), quiet: Quiet = False) -> None:
    """Cross-read the demo story that comes with the program."""
    from crossread.demo import path

    dossier([str(path())], out=out, quiet=quiet)


@app.command()
def annotate(
    reports: Inputs,
    json: Arg[bool, typer.Option("--json", help="JSON lines; the only form there is.")] = True,  # noqa: ARG001
) -> None:
    """Print what is annotated in each report: one JSON line a report (docs/commands.md)."""
    from crossread.run import annotate as annotating

    for line in annotating.lines(reports):
        typer.echo(line)


@app.command()
def times(
    file: Arg[Path, typer.Argument(help="A text file; - reads standard input.")],
    dct: Arg[str | None, typer.Option("--dct", help="The day the text was written (YYYY-MM-DD).")] = None,
    timeml: Arg[bool, typer.Option("--timeml", help="Print TimeML instead of JSON.")] = False,
    json: AsJson = True,  # noqa: ARG001
) -> None:
    """Print the time expressions and quantities of a text."""
    from crossread.run import annotate as annotating

    typer.echo(annotating.times(file, dct, timeml=timeml))


@app.command()
def why(
    claim: Arg[str, typer.Argument(help="The claim's id, as the dossier gives it (c012).")],
    dossier_file: Arg[Path, typer.Option("--dossier", "-d", help="The dossier.json.")] = Path("out/dossier.json"),
) -> None:
    """Explain in words how the origins of a claim were counted."""
    from crossread.run import dossier as running

    typer.echo(running.why(claim, dossier_file))


@app.command()
def schema() -> None:
    """Print the JSON Schema of dossier.json."""
    from crossread.run import dossier as running

    typer.echo(running.schema())


def _fail(error: CrossreadError) -> NoReturn:
    print(f"crossread: {error}", file=sys.stderr)
    raise SystemExit(2)


def main() -> None:
    """The entry point: errors of ours are one clear line and exit code 2."""
    try:
        app()
    except CrossreadError as error:
        _fail(error)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


if __name__ == "__main__":
    main()
