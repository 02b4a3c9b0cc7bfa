"""Does a limit that only lets something out bound the demand from its other side?"""

import pytest

from tests.unit.extraction.test_extract import read

CHINESE = """商务部公告2026年第977号
关于有关物项出口管制的公告

一、{}
二、本公告自2026年6月10日起施行。

商务部
2026年5月12日
"""
ENGLISH = """Order No. 977 of the Ministry of Economy, Trade and Industry
May 12, 2026

{}
This Order comes into force on July 1, 2026.
"""
NEEDED = "A license is required to export rhenium powder (1C901.a)"

TURNED = (
    ("出口锇粉（1C901）应当取得许可，但单批净重不超过2千克的除外。", [(">", "2")]),
    ("出口锇粉（1C901，纯度低于99.5%的除外）的，应当取得许可。", [(">=", "0.995")]),
    ("对锇粉（1C901）实施出口管制，不包括纯度低于99.5%的锇粉。", [(">=", "0.995")]),
    ("除纯度低于99.5%的外，锇粉（1C901）未经许可不得出口。", [(">=", "0.995")]),
    ("锇粉（1C901）出口应当申请许可，除非其纯度低于99.5%。", [(">=", "0.995")]),
    ("对锇粉（1C901）实施出口管制。单批净重低于2千克的，无需申请许可。", [(">=", "2")]),
    ("锇粉（1C901）未经许可不得出口。教学用样品单次不超过50克的除外。", []),
    ("对纯度低于99.5%的锇粉（1C901）实施出口管制，应当申请许可。", [("<", "0.995")]),
    (
        "出口纯度高于99%的锇粉（1C901）应当申请许可。粒径大于50微米的除外。",
        [(">", "0.99"), ("<=", "50")],
    ),
    (f"{NEEDED}, except for shipments of less than 5 kg.", [(">=", "5")]),
    (f"{NEEDED} unless the shipment weighs less than 5 kg.", [(">=", "5")]),
    (f"Except where its weight is 5 kg or less, {NEEDED[0].lower()}{NEEDED[1:]}.", [(">", "5")]),
    (f"{NEEDED}. The requirement does not apply to shipments below 5 kg.", [(">=", "5")]),
    (f"{NEEDED}. Powder with a purity below 99.9% is exempt.", [(">=", "0.999")]),
    (f"{NEEDED}. Samples of up to 50 g for teaching are exempt.", []),
    (f"{NEEDED} with a particle size of less than 50 µm.", [("<", "50")]),
)


@pytest.mark.parametrize(("words", "limits"), TURNED, ids=[words[:40] for words, _ in TURNED])
def test_a_limit_that_lets_out_is_turned_round_or_left_out(words, limits):
    (measure,) = read((ENGLISH if "license" in words else CHINESE).format(words)).measures
    assert measure.terms["requirement"] == "licence"
    told = [(one["operator"], one["value"]) for one in measure.terms.get("thresholds", ())]
    assert told == limits


WORDED = (
    (
        "出口含有该类成分且其所占价值不低于整体的0.8%的物项，应当取得许可。",
        ("value_share", "0.008"),
    ),
    ("出口致密度≥96%的陶瓷，应当取得许可。", ("relative_density", "0.96")),
    ("出口声源级达到224分贝的换能器，应当取得许可。", ("source_level", "224")),
)


@pytest.mark.parametrize(("sentence", "limit"), WORDED)
def test_what_a_share_is_of_may_stand_before_it(sentence: str, limit: tuple[str, str]) -> None:
    (made,) = read(CHINESE.format(sentence)).measures
    assert [(one["what"], one["value"]) for one in made.terms["thresholds"]] == [limit]


NOT_FREED = (
    "不因签订在先而免除许可义务",
    "不因此免于许可",
    "不得据此免除许可义务",
    "并不当然豁免许可",
)


@pytest.mark.parametrize("words", NOT_FREED)
def test_what_frees_nothing_is_no_exemption(words: str) -> None:
    found = read(CHINESE.format(f"出口锇粉应当取得许可。\n\n二、此前签订的合同{words}。"))
    assert [one.terms["requirement"] for one in found.measures] == ["licence"]
