"""The command that tells whether a product, or a list of products, is caught."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.evidence import evidence_options, write_evidence
from tracker.cli.options import (
    clock_options,
    database_options,
    format_option,
    opened,
    print_json,
)
from tracker.cli.owners import owner_options
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.domain.questions import Clocks
    from tracker.facade import Tracker

_FACTS = (
    ("part", "part", False, "NAME", "How you call it; it is remembered nowhere."),
    ("hs", "hs", True, "CODE", "Customs code, such as 8505.11. May be repeated."),
    ("code", "control_codes", True, "CODE", "Control code, such as 1C905.a. May be repeated."),
    ("element", "element", True, "NAME", "Element, such as Dy, or Dy:0.2%:CN. May be repeated."),
    ("share", "share", True, "SHARE", "Its share of the value, such as 0.2%; one an element."),
    ("origin", "origin", True, "COUNTRY", "Where the element comes from; without one, the goods."),
    ("goods-origin", "goods_origin", False, "COUNTRY", "Origin of the goods as a whole."),
    ("property", "properties", True, "VALUE", "A value: 14 nm, or purity=99.95%. May be repeated."),
    ("kind", "kind", False, "KIND", "goods or technology."),
    ("technology-origin", "technology_origin", False, "COUNTRY", "Whose technology made it."),
    ("made-in", "made_in", False, "COUNTRY", "Where it is made."),
    ("from", "from", False, "COUNTRY", "Where it leaves from (default: where it is made)."),
    ("to", "to", False, "COUNTRY", "Where it goes."),
    ("end-user", "end_user", False, "NAME", "Who will use it."),
    ("end-use", "end_use", False, "WORDS", "What for, such as 14 nm logic, or disaster relief."),
)
"""Flag, key, may be repeated, placeholder, help."""


def _fact_options(command: Any) -> Any:
    for flag, key, many, shown, told in reversed(_FACTS):
        command = click.option(f"--{flag}", f"fact_{key}", multiple=many, metavar=shown, help=told)(
            command
        )
    return command


@click.command()
@_fact_options
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list of products: .csv, .xlsx, or one product as .json.",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=HEADER",
    help="Which column holds what, such as part=Teilenummer. May be repeated.",
)
@click.option("--list", "kept", metavar="NAME", help="A list that was kept (tracker lists).")
@click.option("--columns", metavar="NAME", help="A column mapping that was kept (tracker lists).")
@owner_options
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write .csv or .xlsx.")
@click.option("--versus", metavar="DAY", help="Show only what is otherwise on this other day.")
@click.option(
    "--versus-announced-by", metavar="WHEN", help="Show only what is otherwise as known then."
)
@clock_options
@evidence_options
@format_option(others=("csv",))
@database_options
def check(
    file: Path | None,
    mapping: tuple[str, ...],
    kept: str | None,
    columns: str | None,
    of: str | None,
    team: str | None,
    out: Path | None,
    versus: str | None,
    versus_announced_by: str | None,
    on: str | None,
    announced_by: str | None,
    recorded_by: str | None,
    evidence: Path | None,
    by: str | None,
    shape: str,
    database: str | None,
    config: str | None,
    **facts: Any,
) -> None:
    """Tell whether a product is caught on a day, by which rule, and what is missing to say more.

    Example: tracker check --element Dy --share 0.2% --origin CN --made-in DE --to US
    """
    said = _said({key.removeprefix("fact_"): value for key, value in facts.items()})
    if sum(map(bool, (file, kept, said))) > 1:
        raise UsageError("give a --file, a --list or the facts of one product, not several")
    if file is None and kept is None and not said:
        raise UsageError("say something of the product, such as --element Dy --to US, or --file")
    listed = kept is not None or (file is not None and file.suffix.casefold() != ".json")
    if evidence is not None and (listed or versus or versus_announced_by):
        raise UsageError("--evidence is of one product on one day: no list, no --versus")
    known = {"announced_by": announced_by, "recorded_by": recorded_by}
    with opened(database, config) as tracker:
        clocks = tracker.clocks(on=on, **known)
        other = _other(tracker, clocks, versus, versus_announced_by)
        if listed:
            from tracker.cli import check_lists
            from tracker.cli.lists import named_list

            products = named_list(
                tracker, file or kept, mapping=mapping, columns=columns, of=of, team=team
            )
            check_lists.run(tracker, products, out=out, shape=shape, clocks=clocks, other=other)
            return
        if mapping or out or columns:
            raise UsageError("--map and --out go with a list: --file products.csv")
        facts = said if file is None else _read(file)
        if evidence is not None:
            from tracker.auditor.asking import check_question

            write_evidence(tracker, check_question(facts, clocks), evidence, by=by)
        _check_one(tracker, facts, clocks, other, shape=shape)


def _said(facts: dict[str, Any]) -> dict[str, Any]:
    """Put the flags together as the product that a request would describe."""
    elements = _elements(facts.pop("element"), facts.pop("share"), facts["origin"])
    origins = facts.pop("origin")
    goods = facts.pop("goods_origin")
    said = {key: list(v) if isinstance(v, tuple) else v for key, v in facts.items() if v}
    if elements:
        said["elements"] = elements
    elif len(origins) > 1:
        raise UsageError("--origin is given twice, but there is no --element")
    elif origins:
        goods = goods or origins[0]
    return said | ({"origin": goods} if goods else {})


def _elements(
    names: Sequence[str], shares: Sequence[str], origins: Sequence[str]
) -> list[dict[str, str]]:
    from tracker.application.products.product_facts import split_content

    found = [dict(split_content(name)) for name in names]
    for key, values in (("share", shares), ("origin", origins)):
        spread = list(values) * len(found) if key == "origin" and len(values) == 1 else list(values)
        if values and found and len(spread) != len(found):
            raise UsageError(
                f"give one --{key} an element, or write --element Dy:0.2%:CN --element Tb:0.1%:CN"
            )
        if values and not found and key == "share":
            raise UsageError("--share belongs to an --element")
        for part, value in zip(found, spread, strict=False):
            part.setdefault(key, value)
    return found


def _read(file: Path) -> dict[str, Any]:
    import orjson

    from tracker.errors import InputError

    try:
        said = orjson.loads(file.read_bytes())
    except (orjson.JSONDecodeError, OSError) as error:
        raise InputError(f"is no JSON: {error}", file=str(file)) from None
    if not isinstance(said, dict):
        raise InputError("one product as a JSON object is expected", file=str(file))
    return said


def _other(
    tracker: "Tracker", clocks: "Clocks", day: str | None, known: str | None
) -> "Clocks | None":
    from dataclasses import replace

    from tracker.domain.days import parse_day, parse_when

    if day is None and known is None:
        return None
    changes: dict[str, Any] = {}
    if day is not None:
        changes["on"] = parse_day(day)
    if known is not None:
        changes["announced_by"] = parse_when(known)
    return replace(clocks, **changes)


def _check_one(
    tracker: "Tracker",
    said: dict[str, Any],
    clocks: "Clocks",
    other: "Clocks | None",
    *,
    shape: str,
) -> None:
    from tracker.application.products.product_facts import read_product
    from tracker.cli import check_tables
    from tracker.wire import changed_json, check_json

    if shape == "csv":
        raise UsageError("--format csv goes with a list: --file products.csv")
    product = read_product(said, tracker.screening.words)
    requirements = tracker.field.requirements
    if other is not None:
        found = tuple(tracker.screening.changed([product], clocks, other))
        if shape == "json":
            print_json({"changed": [changed_json(item, requirements) for item in found]})
        else:
            check_tables.show_changed(found, requirements, disclaimer=tracker.disclaimer())
        return
    result = tracker.screening.check(product, clocks)
    if shape == "json":
        print_json(check_json(result, requirements))
    else:
        check_tables.show_check(result, requirements, disclaimer=tracker.disclaimer())


COMMANDS = (check,)
