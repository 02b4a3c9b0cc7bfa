"""The commands for lists of products: kept outside the log, private to their owner, erasable."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.options import database_options, format_option, opened, print_json
from tracker.cli.owners import owner_named, owner_options
from tracker.domain.plurals import number_of
from tracker.errors import AccountError, UsageError

if TYPE_CHECKING:
    from tracker.application.products.product_lists import ProductList
    from tracker.facade import Tracker

_map = click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=HEADER",
    help="Which column holds what, such as part=Teilenummer. May be repeated.",
)


@click.group()
def lists() -> None:
    """Lists of products that are kept: keep, show, erase, columns.

    Example: tracker lists keep Magnets products.csv --map part=Teilenummer
    """


@lists.command("keep")
@click.argument("name")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_map
@click.option("--columns", metavar="NAME", help="A column mapping that was kept.")
@owner_options
@database_options
def keep(
    name: str,
    file: Path,
    mapping: tuple[str, ...],
    columns: str | None,
    of: str | None,
    team: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Keep FILE (.csv or .xlsx) as NAME, in place of an earlier list of that name.

    Example: tracker lists keep Magnets products.csv --of "Ann Lee"
    """
    from tracker.application.products.product_rows import check_list_name
    from tracker.application.products.touched import counted

    check_list_name(file.name, place=str(file))
    with opened(database, config) as tracker:
        owner = owner_named(tracker, of=of, team=team)
        chosen = _mapping(tracker, owner, mapping, columns)
        body = file.read_bytes()
        parts = counted(body, name=file.name, mapping=chosen, screening=tracker.screening)
        kept = tracker.belongings.keep(
            owner,
            name,
            file_name=file.name,
            body=body,
            mapping=chosen,
            parts=parts,
            by=of or team or "the command line",
        )
        click.echo(
            f"list {kept.name}: {number_of(parts, 'row')} kept; tracker check --list {kept.name!r}"
        )


@lists.command("show")
@owner_options
@format_option()
@database_options
def show(
    of: str | None, team: str | None, shape: str, database: str | None, config: str | None
) -> None:
    """Show which lists and column mappings are kept; nothing of what is in them."""
    from tracker.wire import plain

    with opened(database, config) as tracker:
        owner = owner_named(tracker, of=of, team=team)
        found = tracker.belongings.lists((owner,))
        mappings = tracker.belongings.store.mappings(owner)
    if shape == "json":
        rows = [{**plain(line), "owner": of or team} for line in found]
        print_json({"lists": rows, "columns": dict(mappings)})
        return
    for line in found:
        click.echo(f"{line.name}  {number_of(line.parts, 'row')}  kept {line.kept_at:%Y-%m-%d}")
    for name, mapping in mappings.items():
        told = ", ".join(f"{key}={header}" for key, header in mapping.items())
        click.echo(f"columns {name}: {told}")
    if not found and not mappings:
        click.echo("nothing is kept; tracker lists keep NAME FILE keeps a list")


@lists.command("erase")
@click.argument("name", required=False)
@click.option("--all", "all_", is_flag=True, help="Every list and column mapping of the owner.")
@owner_options
@database_options
def erase(
    name: str | None,
    all_: bool,
    of: str | None,
    team: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Erase a list for good: no page of the database still holds it.

    Example: tracker lists erase Magnets
    """
    if bool(name) == all_:
        raise UsageError("name a list, or give --all")
    with opened(database, config) as tracker:
        owner = owner_named(tracker, of=of, team=team)
        if name:
            tracker.belongings.drop((owner,), owner, name)
            click.echo(f"list {name} erased")
        else:
            click.echo(f"{tracker.belongings.store.drop_all(owner)} lists erased")


@lists.command("columns")
@click.argument("name")
@_map
@click.option("--erase", is_flag=True, help="Keep it no longer.")
@owner_options
@database_options
def columns_(
    name: str,
    mapping: tuple[str, ...],
    erase: bool,
    of: str | None,
    team: str | None,
    database: str | None,
    config: str | None,
) -> None:
    """Keep a column mapping as NAME, for --columns.

    Example: tracker lists columns SAP --map part=Material --map to=Bestimmungsland
    """
    from tracker.application.products.belongings import list_name
    from tracker.application.products.touched import mapping_of

    if bool(mapping) == erase:
        raise UsageError("give --map FIELD=HEADER, or --erase")
    with opened(database, config) as tracker:
        owner, store = owner_named(tracker, of=of, team=team), tracker.belongings.store
        if not erase:
            store.keep_mapping(owner, list_name(name), mapping_of(mapping))
        elif not store.drop_mapping(owner, name):
            raise AccountError(f"there is no column mapping {name!r}", account=owner)
        click.echo(f"columns {name} {'erased' if erase else 'kept'}")


def named_list(
    tracker: "Tracker",
    place: Path | str | None,
    *,
    mapping: Sequence[str],
    columns: str | None,
    of: str | None,
    team: str | None,
) -> "ProductList":
    """Return the products of a file, or of a list that is kept under a name."""
    from tracker.application.products.product_lists import read_list
    from tracker.application.products.touched import opened as opened_list

    owner = owner_named(tracker, of=of, team=team)
    if isinstance(place, Path):
        chosen = _mapping(tracker, owner, mapping, columns)
        written = [f"{key}={header}" for key, header in chosen.items()]
        return read_list(place, tracker.screening.words, mapping=written)
    if mapping or columns:
        raise UsageError("a list is kept with its columns; keep it anew with other ones")
    return opened_list(tracker.belongings.get((owner,), place or ""), tracker.screening)


def _mapping(
    tracker: "Tracker", owner: str, mapping: Sequence[str], columns: str | None
) -> dict[str, str]:
    """Return the mapping that was typed, over one that was kept."""
    from tracker.application.products.touched import mapping_of

    typed = mapping_of(mapping)
    if columns is None:
        return typed
    kept = tracker.belongings.store.mappings(owner).get(columns)
    if kept is None:
        raise AccountError(f"there is no column mapping {columns!r}", account=owner)
    return {**kept, **typed}


COMMANDS = (lists,)
