"""Which fields choose what the timeline shows?"""

from tracker.application.charts.chart import Chart
from tracker.rendering.neutral import neutral
from tracker.rendering.pages.timeline.asked import PATH, Asked
from tracker.rendering.pages.timeline.view import FieldView, FormView, LinkView
from tracker.rendering.words import Words


def form_view(words: Words, asked: Asked, chart: Chart) -> FormView:
    """Return the form: the days, the three clocks, and what narrows the bars."""
    query, clocks = asked.query, asked.addresses
    codes = [(code, _named(words, asked, code)) for code in chart.jurisdictions]
    given = [
        ("from", "from_label", query.get("from") or chart.first.isoformat(), "date"),
        ("to", "to_label", query.get("to") or chart.last.isoformat(), "date"),
        ("on", "on_label", clocks.on or chart.on.isoformat(), "date"),
        ("announced_by", "known_label", clocks.announced_by or "", "date"),
        ("recorded_by", "recorded_label", clocks.recorded_by or "", "date"),
    ]
    fields = [_field(words, *one) for one in given]
    fields.append(
        FieldView(
            name="jurisdiction",
            label=words("timeline.jurisdiction"),
            value=query.get("jurisdiction", ""),
            kind="choice",
            options=(("", words("timeline.any")), *codes),
        )
    )
    for name in ("instrument", "item", "text"):
        fields.append(
            FieldView(
                name=name,
                label=words(f"timeline.{name}"),
                value=query.get(name, ""),
                hint=words(f"timeline.{name}_hint"),
            )
        )
    narrowed = [
        words("timeline.narrowed", name=words(f"timeline.{name}"), value=neutral(query[name]))
        for name in ("jurisdiction", "instrument", "item", "text")
        if query.get(name)
    ]
    return FormView(
        heading=words("timeline.filters"),
        narrowed=words.listed(narrowed),
        fields=tuple(fields),
        kept={"view": query["view"]} if query.get("view") else {},
        apply=words("timeline.apply"),
        clear=LinkView(text=words("timeline.clear"), href=PATH),
        open=not chart.acts,
    )


def _field(words: Words, name: str, label: str, value: str, kind: str) -> FieldView:
    # A clock may be an instant, which no date field can hold.
    fits = not value or len(value) == 10
    return FieldView(
        name=name, label=words(f"timeline.{label}"), value=value, kind=kind if fits else "text"
    )


def _named(words: Words, asked: Asked, code: str) -> str:
    found = asked.names.get(code)
    return words.name(found) if found else neutral(code)
