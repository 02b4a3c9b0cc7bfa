"""What does a newcomer see first?"""

import click

from tracker.application.answers.query import Filter
from tracker.bootstrap import SAMPLE_FEED
from tracker.cli import tables
from tracker.cli.loading import load_rulebook_once
from tracker.delivery.folder import leave
from tracker.domain.facts import SourceAdded
from tracker.facade import Tracker

SAMPLE = SourceAdded(
    id="sample",
    url=SAMPLE_FEED,
    kind="rss",
    authority="commentary",
    jurisdiction="CN",
    timezone="Asia/Shanghai",
    title="The bundled sample feed",
    cadence_seconds=86400,
    staleness_budget_seconds=4 * 86400,
)


def show(tracker: Tracker) -> None:
    """Load the rulebook once, poll the sample feed, print today, write the digest."""
    load_rulebook_once(tracker)
    if all(state.source.id != SAMPLE.id for state in tracker.sources.states()):
        tracker.sources.add(SAMPLE)
    for result in tracker.poll(SAMPLE.id):
        click.echo(
            f"{result.source}: {result.new} new, {result.revised} revised, "
            f"{result.unchanged} unchanged"
        )
    click.echo()
    tables.show_rules(tracker.rules(Filter()), disclaimer=tracker.disclaimer())
    click.echo()
    tables.show_upcoming(tracker.upcoming(days=90), days=90)
    text = tracker.digest(period="weekly", shape="html")
    path = leave(tracker.settings.digests(), "demo.html", text)
    click.echo(f"\nThe week as an HTML digest: {path}")
    click.echo(
        "Ask next: tracker status 'cn/mofcom/2025/61#i-1' --on 2025-12-05 --announced-by 2025-11-10"
    )
