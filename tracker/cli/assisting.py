"""The command that answers assistants: mcp."""

import click

from tracker.cli.options import database_options, opened


@click.command()
@database_options
def mcp(database: str | None, config: str | None) -> None:
    """Answer the questions of assistants over standard input and output (MCP); changes nothing.

    Needs the extra mcp: pip install 'inforce[mcp]'. Example: tracker mcp --database sqlite:///t.db
    """
    from tracker.assistants import run

    with opened(database, config) as tracker:
        run(tracker)


COMMANDS = (mcp,)
