"""Notices for the tests of the review, in our own words; their numbers are used by no real act."""

from pathlib import Path
from typing import Any

from tests.e2e.commands import Desk, Typed, desk

SUSPENSION = """商务部公告{year}年第{number}号
公布暂停实施有关公告的决定
经批准，自{first}起至{last}，商务部 海关总署公告{target}暂停实施。
商务部
2026年10月30日
"""

CONTROL = """商务部公告2026年第{number}号
公布对铋相关物项实施出口管制的决定
经国务院批准，决定对下列物项实施出口管制：
一、铋相关物项
（一）{code} 金属铋（参考海关商品编号：8106101090）。
本公告自2026年11月1日起正式实施。
商务部
2026年10月30日
"""


def day(year: int, month: int, day: int) -> str:
    """Write a day as notices do."""
    return f"{year}年{month}月{day}日"


def suspension(
    number: int,
    *,
    target: str = "2025年第18号",
    first: str = "2026年11月1日",
    last: str = "2027年11月10日",
) -> str:
    """Return a notice that suspends another one."""
    return SUSPENSION.format(year=2026, number=number, first=first, last=last, target=target)


def control(number: int, *, code: str = "1C991.a") -> str:
    """Return a notice that puts a metal under control."""
    return CONTROL.format(number=number, code=code)


def watchful(path: Path) -> Desk:
    """Return a desk with the rulebook and a source, where every act waits for a person."""
    place = desk(path)
    assert place.type("init", "--policy", "person").exit_code == 0
    add_source(place)
    return place


def add_source(place: Desk, id: str = "mofcom", authority: str = "issuer") -> None:
    """Add a source that nothing is ever fetched from."""
    typed = place.type(
        "source", "add", f"https://{id}.example/feed.xml", "--id", id, "--authority", authority,
        "--jurisdiction", "CN", "--yes",
    )  # fmt: skip
    assert typed.exit_code == 0, typed.err


def add(
    place: Desk,
    text: str,
    *,
    name: str = "notice.txt",
    source: str = "mofcom",
    published: str = "2026-10-30",
    url: str | None = None,
) -> Typed:
    """Store a notice as somebody's announcement."""
    file: Path = place.folder / name
    file.write_text(text, encoding="utf-8")
    words = ["review", "add", str(file), "--source", source, "--published", published]
    typed = place.type(*words, *(["--url", url] if url else []), "--actor", "Ann")
    assert typed.exit_code == 0, typed.err
    return typed


def proposals(place: Desk, *words: str) -> list[dict[str, Any]]:
    """Return what `tracker review list` lists."""
    found: list[dict[str, Any]] = place.type("review", "list", *words, "--format", "json").json[
        "proposals"
    ]
    return found


def status(place: Desk, measure: str, *words: str) -> dict[str, Any]:
    """Return the answer on one measure."""
    found: dict[str, Any] = place.type("status", measure, *words, "--format", "json").json
    return found
