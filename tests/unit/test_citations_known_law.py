"""The catalogue that the tests of citations use: real acts, from the rulebook or inline."""

import json
from datetime import date
from pathlib import Path

from tracker.extraction.names.catalogue import Catalogue, KnownInstrument, KnownIssuer

SHARED = Path(__file__).parents[2].parent / "shared"
"""Material beside the checkout; absent in a clone."""

ISSUERS = (
    KnownIssuer(
        code="MOFCOM",
        names=(
            "Ministry of Commerce",
            "Chinese Ministry of Commerce",
            "commerce ministry",
            "商务部",
        ),
        series="cn/mofcom",
        jurisdiction="CN",
    ),
    KnownIssuer(
        code="GACC",
        names=("General Administration of Customs", "海关总署"),
        series="cn/gacc",
        jurisdiction="CN",
    ),
    KnownIssuer(code="MOST", names=("Ministry of Science and Technology", "科技部")),
    KnownIssuer(
        code="MIIT",
        names=("Ministry of Industry and Information Technology", "工业和信息化部"),
        series="cn/miit",
        jurisdiction="CN",
    ),
    KnownIssuer(
        code="State Council", names=("国务院",), series="cn/state-council", jurisdiction="CN"
    ),
    KnownIssuer(code="NPC Standing Committee", names=("全国人大常委会",), jurisdiction="CN"),
    KnownIssuer(
        code="Unreliable Entity List working mechanism",
        names=("不可靠实体清单工作机制",),
        series="cn/uel",
        jurisdiction="CN",
    ),
    KnownIssuer(code="BIS", names=("Bureau of Industry and Security",), jurisdiction="US"),
)

_ANNOUNCED = (
    (2024, 46, "2024-12-03", "MOFCOM", "Tighter dual-use control toward the United States"),
    (2025, 10, "2025-02-04", "MOFCOM GACC", "tungsten, tellurium, bismuth, molybdenum, indium"),
    (2025, 13, "2025-03-04", "MOFCOM", "15 US entities on the control list"),
    (2025, 18, "2025-04-04", "MOFCOM GACC", "seven medium and heavy rare-earth groups"),
    (2025, 21, "2025-04-04", "MOFCOM", "16 US entities on the control list"),
    (2025, 55, "2025-10-09", "MOFCOM GACC", "superhard-material items, synthetic diamond powder"),
    (2025, 56, "2025-10-09", "MOFCOM GACC", "some rare-earth equipment and inputs, furnaces"),
    (2025, 57, "2025-10-09", "MOFCOM GACC", "five more medium and heavy rare earths, holmium"),
    (2025, 58, "2025-10-09", "MOFCOM GACC", "lithium battery and artificial graphite anode items"),
    (
        2025,
        61,
        "2025-10-09",
        "MOFCOM",
        "certain rare-earth items abroad. Foreign-made items holding Chinese-origin items worth "
        "0.1% or more; re-exported from abroad; emergency medical, public health, disaster relief",
    ),
    (
        2025,
        62,
        "2025-10-09",
        "MOFCOM",
        "rare-earth technologies: mining, separation, metal smelting, magnet making, recycling",
    ),
    (2025, 70, "2025-11-07", "MOFCOM GACC", "Suspension of Nos 55-58, 61, 62"),
    (2025, 72, "2025-11-09", "MOFCOM", "Suspension of paragraph 2 of No 46 of 2024"),
    (2026, 1, "2026-01-06", "MOFCOM", "Tighter dual-use control toward Japan"),
)

_OTHERS = (
    ("cn/state-council/2024/order-785", "国务院令第785号", "2024-06-22", "State Council"),
    ("cn/state-council/2024/order-792", "国务院令第792号", "2024-09-30", "State Council"),
    ("cn/npcsc/2020/export-control-law", "主席令第58号", "2020-10-17", "NPC Standing Committee"),
    ("cn/mofcom/2008/order-12", "商务部、科技部令2008年第12号", "2008-09-16", "MOFCOM"),
    ("cn/miit/2025/order-71", "工业和信息化部 自然资源部令第71号", "2025-07-28", "MIIT"),
    (
        "cn/uel/2025/7",
        "不可靠实体清单工作机制〔2025〕7号",
        "2025-04-04",
        "Unreliable Entity List working mechanism",
    ),
    ("us/bis/2025/2025-19001", "FR Doc 2025-19001, RIN 0694-AK11", "2025-09-29", "BIS"),
    ("eu/reg/2024/1252", "Regulation (EU) 2024/1252", "2024-04-11", "EP and Council"),
    ("eu/com/2025/945", "COM(2025) 945", "2025-12-03", "Commission"),
)


def inline_catalogue() -> Catalogue:
    """Return a small catalogue that needs no file."""
    announced = tuple(
        KnownInstrument(
            id=f"cn/mofcom/{year}/{serial}",
            title=subject,
            number=f"商务部公告{year}年第{serial}号",
            issuers=tuple(issuers.split()),
            issued_on=date.fromisoformat(day),
            jurisdiction="CN",
        )
        for year, serial, day, issuers, subject in _ANNOUNCED
    )
    others = tuple(
        KnownInstrument(
            id=id,
            title=id,
            number=number,
            issuers=(issuer,),
            issued_on=date.fromisoformat(day),
            jurisdiction=id[:2].upper(),
        )
        for id, number, day, issuer in _OTHERS
    )
    return Catalogue(instruments=announced + others, issuers=ISSUERS)


def shared_catalogue() -> Catalogue | None:
    """Return the catalogue of the whole shared rulebook, where it lies beside the checkout."""
    file = SHARED / "domain" / "rulebook.jsonl"
    if not file.is_file():
        return None
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    words: dict[str, list[str]] = {}
    for record in records:
        if record["type"] == "measure":
            told = f"{record.get('title')} {record['terms'].get('summary', '')}"
            words.setdefault(record["id"].partition("#")[0], []).append(told)
    instruments = tuple(
        KnownInstrument(
            id=record["id"],
            title=record["title"],
            number=record["number"] or "",
            issuers=tuple(record["issuers"]),
            issued_on=record["issued_on"] and date.fromisoformat(record["issued_on"]),
            jurisdiction=record["jurisdiction"],
            kind=record["kind"],
            subject_words=" ".join(words.get(record["id"], ())),
        )
        for record in records
        if record["type"] == "instrument"
    )
    return Catalogue(instruments=instruments, issuers=ISSUERS)


def catalogues() -> dict[str, Catalogue]:
    """Return every catalogue that can be had here, by name."""
    shared = shared_catalogue()
    return {"inline": inline_catalogue(), **({"shared": shared} if shared else {})}
