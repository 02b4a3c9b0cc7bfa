"""Are the firms of a Chinese list read, and the rules in brackets that bind them?"""

import pytest

from tests.unit.extraction.test_extract import read

_HEAD = "不可靠实体清单工作机制公告〔2026〕977号\n\n"
_END = "\n\n不可靠实体清单工作机制\n2026年5月12日\n"
_NAMED = "科里安机器人公司（Corian Robotics, Inc.）、佩尔蒙智囊团（Permont Institute）"


def _measures(body):
    found = read(f"{_HEAD}{body}{_END}").measures
    return {one.id.partition("#")[2]: one for one in found}


def test_a_name_with_its_latin_form_is_a_party_whatever_it_ends_with() -> None:
    found = _measures(
        f"根据《不可靠实体清单规定》（商务部令2020年第4号）有关规定，工作机制决定，自公布之日起将{_NAMED}"
        "列入不可靠实体清单，处理措施如下：\n一、禁止上述企业从事与中国有关的进出口活动。\n"
        "二、自2026年7月1日起，禁止向佩尔蒙智囊团提供数据。"
    )
    assert found["i"].terms["parties"] == ["科里安机器人公司", "佩尔蒙智囊团"]
    assert (str(found["i"].from_), found["i"].basis) == ("2026-05-12", "on_publication")
    assert (str(found["ii"].from_), found["ii"].terms["parties"]) == (
        "2026-07-01",
        ["佩尔蒙智囊团"],
    )


def test_firms_in_a_paragraph_of_their_own_are_those_that_a_decision_counts() -> None:
    found = _measures(
        "现查明，下列实体损害中国国家主权：\n\n加尔文导航公司（Galvin Inertial, Inc.）、"
        "博雷亚系统公司（Borea Subsea AS）。\n\n"
        "对以上2家实体作出列入不可靠实体清单的决定，并采取下列处理措施：\n\n"
        "（一）对其在中国的进口和出口一概不予准许。\n（二）上述实体可以申请移出清单。\n\n以上决定自公布之时生效。"
    )
    assert found["i"].terms["parties"] == ["加尔文导航公司", "博雷亚系统公司"]


@pytest.mark.parametrize("stop", ["；", "。"])
def test_brackets_behind_measures_as_follows_number_rules(stop) -> None:
    found = _measures(
        "工作机制决定将科里安机器人公司、诺斯盖特遥测公司列入不可靠实体清单，处理措施如下：\n"
        f"（一）禁止上述企业从事与中国有关的进出口活动{stop}\n（二）禁止上述企业在中国境内新增投资。\n"
        "本公告自发布次日起施行。"
    )
    assert list(found) == ["i", "ii"]
    assert {str(one.from_) for one in found.values()} == {"2026-05-13"}


def test_brackets_behind_goods_as_follows_number_no_rules() -> None:
    found = _measures("决定对下列物项实施出口管制，不得出口：\n（一）锑锭；\n（二）钨粉。")
    assert list(found) == ["sole"]
