"""The product from a terminal: what each command is called and takes. The work is in the modules beside this one.

Those modules are imported when their command runs, so that `--help` and the first line of a drill come at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from app.commands.terminal import Terminal, chosen_language

cli = typer.Typer(
    name="peilian",
    help="陪练：和模拟客户演练，每句回复都有依据地评分。 Rehearse with a simulated customer; every reply is scored.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ScenarioName = Annotated[str, typer.Argument(help="场景编号或文件。 A scenario's id or its file.")]
Files = Annotated[list[Path], typer.Argument(help="场景文件或文件夹。 Scenario files or folders.")]


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code. Failures that a person can mend are one sentence on stderr."""
    from scoring.sentence import PeilianError

    try:
        result = typer.main.get_command(cli).main(list(arguments), prog_name="main.py", standalone_mode=False)
    except PeilianError as error:
        print(error.sentence.to(chosen_language()), file=sys.stderr)
        return 1
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:
        # Click's own usage errors know how to show themselves; anything else is a bug and keeps its traceback.
        show = getattr(error, "show", None)
        if show is None:
            raise
        show()
        return int(getattr(error, "exit_code", 2))
    return result if isinstance(result, int) else 0


@cli.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    lang: Annotated[str, typer.Option(help="zh 或 en；默认看 PEILIAN_LANG，再默认中文。 zh or en.")] = "",
    demo: Annotated[
        bool, typer.Option("--demo", help="装一批演示用的人和成绩。 Fill in people and results to look at.")
    ] = False,
) -> None:
    """打开窗口；没有图形界面时在终端里演练。 Open the window; without a screen, play the first drill in this terminal."""
    if lang:
        chosen_language(lang)
    if context.invoked_subcommand is None:
        from app.start import start as start_app

        raise typer.Exit(start_app(demo=demo, wanted=lang))


@cli.command()
def drill(
    scenario: ScenarioName,
    replies: Annotated[Path | None, typer.Option(help="回复文件，一行一条。 A file of replies, one a line.")] = None,
    seed: Annotated[int, typer.Option(help="同一个种子，同一位客户。 Same seed, same customer.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="只输出一个 JSON 对象。 Print one JSON object.")] = False,
    resume: Annotated[bool, typer.Option(help="接着上次没练完的。 Go on with the drill that was left open.")] = False,
) -> None:
    """演练一个场景。 Play a drill: replies from the keyboard, a file, or standard input."""
    from app.commands.drill import play

    raise typer.Exit(play(Terminal(), scenario, replies=replies, seed=seed, as_json=as_json, resume=resume))


@cli.command()
def score(
    source: Annotated[Path, typer.Option("--in", help="JSON 行文件。 JSON lines: id, reply, customer …")],
    target: Annotated[Path, typer.Option("--out", help="结果写到这里。 Where the results go.")],
) -> None:
    """给一批回复评分。 Score every reply of a file."""
    from app.commands.score import score_file

    raise typer.Exit(score_file(Terminal(), source, target))


@cli.command()
def lint(paths: Files) -> None:
    """检查场景文件。 Check scenario files; exit code 1 when there are errors."""
    from app.commands.lint import lint_paths

    raise typer.Exit(lint_paths(Terminal(), paths))


@cli.command(name="list")
def list_scenarios() -> None:
    """列出可以演练的场景。 List the scenarios."""
    from app.commands.lint import list_library

    raise typer.Exit(list_library(Terminal()))


@cli.command()
def measure(
    gold: Annotated[Path, typer.Argument(help="有标注的文件。 A labelled file.")],
    results: Annotated[
        Path | None, typer.Option(help="另一份结果；不给就用离线评分器。 Results to hold against it.")
    ] = None,
    rubric: Annotated[str, typer.Option(help="评分细则。 The rubric's kind.")] = "complaint",
    annotators: Annotated[bool, typer.Option(help="标注者一对标注者二。 One annotator against the other.")] = False,
) -> None:
    """看评分器和标注有多一致。 Hold the scorer against labelled replies."""
    from app.commands.measure import measure_file

    raise typer.Exit(measure_file(Terminal(), gold, results, rubric, annotators=annotators))


@cli.command()
def check(
    file: Annotated[Path, typer.Argument(help="检查点文件：好例子、差例子。 A check told by examples.")],
    reply: Annotated[str | None, typer.Option(help="判这一条回复。 A reply to judge.")] = None,
    source: Annotated[Path | None, typer.Option("--in", help="回复文件，一行一条。 Replies, one a line.")] = None,
    words: Annotated[bool, typer.Option("--words", help="只按字词，不用语义包。 By words alone.")] = False,
) -> None:
    """试一试自己写的检查点。 Try a check of your own: how sure it is, and what it finds."""
    from app.commands.check import try_check

    raise typer.Exit(try_check(Terminal(), file, reply=reply, source=source, by_words=words))


@cli.command()
def simulate(
    scenarios: Annotated[
        list[str] | None, typer.Argument(help="场景编号；不给就全部。 Scenario ids; none: all.")
    ] = None,
    seeds: Annotated[int, typer.Option(min=1, help="每种学员练几遍。 How often each trainee plays.")] = 20,
    rules: Annotated[bool, typer.Option("--rules", help="只用规则评分。 Score by the rules alone.")] = False,
    write: Annotated[Path | None, typer.Option(help="把表写进这个文件。 Write the table into this file.")] = None,
) -> None:
    """模拟学员把演练都练一遍，看客户待他们对不对。 Made-up trainees play the drills; is the customer fair to them?"""
    from app.commands.simulate import simulate as run_simulation

    raise typer.Exit(run_simulation(Terminal(), scenarios or [], seeds=seeds, rules=rules, write=write))
