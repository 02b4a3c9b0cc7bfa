"""What do whole made-up acts look like into which a sentence is put? (their truth is known)"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True)
class Made:
    """A made-up document: its text, and what a lawyer reads in it."""

    text: str
    gold: dict[str, Any]
    name: str = "made up"

    @property
    def hints(self) -> dict[str, Any]:
        return {}

    @property
    def texts(self) -> dict[str, str]:
        return {"raw": self.text}


@dataclass(frozen=True)
class Days:
    """The days of one document: of issue, an old start, the first and the last day told."""

    issued: date
    old: date
    first: date
    last: date

    def meant(self, name: str | None) -> str | None:
        """Return the day that a row of the phrases names."""
        if name is None:
            return None
        begun = self.issued if name == "LEN-I" else self.first
        year_later = date(begun.year + 1, begun.month, min(begun.day, 28))
        return {
            "D1": self.first,
            "D2": self.last,
            "EVE": self.last - timedelta(days=1),
            "I": self.issued,
            "LEN-I": year_later - timedelta(days=1),
            "LEN": year_later - timedelta(days=1),
        }[name].isoformat()


def some_days(chance: random.Random) -> Days:
    issued = date(2026, chance.randint(1, 9), chance.randint(1, 27))
    first = issued + timedelta(days=chance.randint(3, 50))
    while first.day > 28:
        first += timedelta(days=1)
    last = first + timedelta(days=chance.randint(60, 400))
    return Days(issued, issued + timedelta(days=2), first, last)


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def american_day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def european_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


ISSUERS = (("商务部", "cn/mofcom"), ("海关总署", "cn/gacc"), ("商务部 海关总署", "cn/mofcom"))
RECITALS = (
    "为维护国家安全和利益，根据《中华人民共和国出口管制法》有关规定，经国务院批准，现公告如下：",
    "经研究，并报国务院批准，现将有关事项公告如下：",
    "根据《中华人民共和国对外贸易法》《中华人民共和国出口管制法》，决定如下：",
)


def chinese_notice(chance: random.Random, issued: date, body: str) -> tuple[str, str]:
    """Return the text and the id of a notice of a Chinese ministry."""
    name, series = chance.choice(ISSUERS)
    title = "关于有关事项的公告"
    head = chance.choice(
        (
            f"{name}公告{issued.year}年第991号\n{title}",
            f"{name}公告\n{issued.year}年第991号\n{title}",
            f"{title}\n【发布文号】{name}公告{issued.year}年第991号\n【发布日期】{issued}",
        )
    )
    signed = "\n".join(name.split())
    text = f"{head}\n{chance.choice(RECITALS)}\n{body}\n{signed}\n{chinese_day(issued)}\n"
    return text, f"{series}/{issued.year}/991"


def mofcom(issued: date, body: str) -> tuple[str, str]:
    text = (
        f"MOFCOM Announcement No. 991 of {issued.year}\nAnnouncement on Certain Export Controls\n\n"
        "In accordance with the Export Control Law of the People's Republic of China, it is "
        f"announced as follows:\n\n{body}\n\nMinistry of Commerce\n{american_day(issued)}\n"
    )
    return text, f"cn/mofcom/{issued.year}/991"


def european(issued: date, body: str) -> tuple[str, str]:
    text = (
        f"COMMISSION IMPLEMENTING REGULATION (EU) {issued.year}/9991\n\n"
        f"of {european_day(issued)}\n\n"
        "on certain rules for the export of dual-use items\n\nTHE EUROPEAN COMMISSION,\n\n"
        "Having regard to the Treaty on the Functioning of the European Union,\n\nWhereas:\n\n"
        "(1) The measures need to be adapted.\n\nHAS ADOPTED THIS REGULATION:\n\n"
        f"{body}\n\nDone at Brussels, {european_day(issued)}.\n"
    )
    return text, f"eu/reg/{issued.year}/9991"


def british(issued: date, body: str) -> tuple[str, str]:
    text = (
        f"STATUTORY INSTRUMENTS\n{issued.year} No. 9991\nCUSTOMS\nThe Export Control (Goods) "
        f"(Amendment) Order {issued.year}\nMade {european_day(issued)}\n\nThe Secretary of State "
        f"makes the following Order.\n\n{body}\n\nA. Minister\n{european_day(issued)}\n"
    )
    return text, f"uk/si/{issued.year}/9991"


def indian(issued: date, body: str) -> tuple[str, str]:
    text = (
        "Government of India\nMinistry of Commerce and Industry\nDirectorate General of Foreign "
        f"Trade\n\nNotification No. 991/2026-27\nNew Delhi, Dated the {european_day(issued)}\n\n"
        "Subject: Export policy of certain items\n\nS.O. (E): In exercise of powers conferred by "
        "Section 3 of the Foreign Trade (Development and Regulation) Act, 1992, the Central "
        f"Government hereby notifies the following:\n\n{body}\n\nDirector General\n"
    )
    return text, "in/dgft/2026/991"


def american(issued: date, body: str) -> tuple[str, str]:
    text = (
        f"[Federal Register Volume 91, Number 90 ({WEEKDAYS[issued.weekday()]}, "
        f"{american_day(issued)})]\n[Rules and Regulations]\n[FR Doc No: 2026-90991]\n\n"
        "DEPARTMENT OF COMMERCE\n\nBureau of Industry and Security\n\n15 CFR Part 774\n\n"
        "Revisions to Certain Controls\n\nAGENCY: Bureau of Industry and Security, Commerce.\n\n"
        f"ACTION: Final rule.\n\nSUMMARY: {body}\n\nDATES: This rule is effective "
        f"{american_day(issued)}.\n\nSUPPLEMENTARY INFORMATION:\n\nThis rule follows earlier ones."
        "\n\n[FR Doc. 2026-90991 Filed 3-1-26; 8:45 am]\n"
    )
    return text, "us/bis/2026/2026-90991"


FRAMES = {
    "mofcom": (mofcom, american_day, "MOFCOM Announcement No. 905 of 2025", "cn/mofcom/2025/905"),
    "eu": (european, european_day, "Regulation (EU) 2025/9905", "eu/reg/2025/9905"),
    "uk": (
        british,
        european_day,
        "the Export Control (Optics) Order 2025 (S.I. 2025/9905)",
        "uk/si/2025/9905",
    ),
    "dgft": (indian, european_day, "Notification No. 905/2025-26", "in/dgft/2025/905"),
    "fr": (
        american,
        american_day,
        "the interim final rule published on March 2, 2025 (FR Doc. 2025-90905)",
        "us/bis/2025/2025-90905",
    ),
}
"""An issuer's frame, how it writes days, how it names an earlier act, and the id of that act."""
