"""Does a binding text without a number of its own wait for a person, and never pass in silence?"""

import pytest

from tracker.domain.records import Authority
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="MOFCOM", names=("商务部", "MOFCOM"), series="cn/mofcom", jurisdiction="CN"
        ),
        KnownIssuer(
            code="BIS", names=("Bureau of Industry and Security",), series="us/bis",
            jurisdiction="US",
        ),
    )
)  # fmt: skip
CHINESE = "关于加强铪出口管理的公告\n现公告如下：\n{rule}\n{start}\n商务部\n2026年11月20日\n"
ENGLISH = "Notice on hafnium\n{rule}\n{start}\nMinistry of Commerce\n20 November 2026\n"


@pytest.mark.parametrize("authority", ["issuer", "official"])
@pytest.mark.parametrize(
    ("form", "rule", "start"),
    [
        (CHINESE, "金属铪未经许可不得出口。", "本公告自2026年12月1日起施行。"),
        (CHINESE, "出口金属铪的，应当向商务部申请许可。", "本通知自发布之日起执行。"),
        (CHINESE, "自2026年12月1日起，禁止出口金属铪。", ""),
        (ENGLISH, "Hafnium shall not be exported.", "This notice takes effect on 1 December 2026."),
        (ENGLISH, "Exporters of hafnium must obtain a licence from 1 December 2026.", ""),
    ],
)
def test_what_a_text_without_a_number_demands_is_told_as_not_understood(
    form: str, rule: str, start: str, authority: Authority
) -> None:
    answer = extract(form.format(rule=rule, start=start), authority=authority, known=KNOWN)
    quotes = [one.quote for one in answer.unread]
    assert answer.klass == "act" or rule in quotes
    assert not answer.measures
    assert not answer.effects


@pytest.mark.parametrize(
    "text",
    [
        "商务部召开座谈会\n与会企业介绍了铪出口的情况。会议于2026年11月20日举行。\n",
        "A visit to the fair\nThe minister met exporters of hafnium on 20 November 2026.\n",
    ],
)
def test_a_text_that_binds_nobody_asks_for_no_person(text: str) -> None:
    assert extract(text, authority="issuer", known=KNOWN).unread == ()


RULE = (
    "[Federal Register Volume 91, Number 905 (Tuesday, March 10, 2026)]\n"
    "[Rules and Regulations]\n[FR Doc No: 2026-90991]\n"
    "DEPARTMENT OF COMMERCE\nBureau of Industry and Security\n15 CFR Part 774\n"
    "Controls on Hafnium\nAGENCY: Bureau of Industry and Security, Commerce.\n"
    "ACTION: {action}.\nSUMMARY: In this rule, BIS controls hafnium.\n"
    "DATES: This rule is effective April 6, 2026.\n"
    "Accordingly, part 774 is amended as follows:\n1. Add ECCN 1C999 for hafnium metal.\n"
    "[FR Doc. 2026-90991 Filed 3-9-26; 8:45 am]\n"
)


@pytest.mark.parametrize("authority", ["issuer", "official", "press"])
def test_a_rule_of_the_register_is_the_act_whoever_prints_it(authority: Authority) -> None:
    answer = extract(RULE.format(action="Final rule"), authority=authority, known=KNOWN)
    assert answer.klass == "act"
    assert answer.instrument is not None
    assert answer.instrument.id == "us/bis/2026/2026-90991"


@pytest.mark.parametrize("authority", ["issuer", "official", "press", "commentary"])
def test_a_proposed_rule_of_the_register_moves_nothing(authority: Authority) -> None:
    answer = extract(RULE.format(action="Proposed rule"), authority=authority, known=KNOWN)
    assert answer.klass != "act"
    assert not answer.effects


NOTICE_OF_LICENCE = (
    "Suspension of Open General Export Licence (Survey Drones), OGEL 933\n\n"
    "Notice dated 9 April 2026\n\n"
    "The Secretary of State, in exercise of the power in article 32 of the Export Control Order "
    "2008, gives notice as follows.\n\n"
    "1. OGEL 933, which was granted on 5 May 2023, is suspended from 13 April 2026 until and "
    "including 12 July 2026.\n\nDepartment for Business and Trade\n"
)


def test_a_notice_that_suspends_a_licence_is_not_that_licence() -> None:
    answer = extract(NOTICE_OF_LICENCE, authority="issuer", known=KNOWN)
    (effect,) = answer.effects
    assert (effect.kind, effect.affected) == ("suspend", ("uk/dbt/2023/ogel-933",))
    assert (str(effect.from_), str(effect.through)) == ("2026-04-13", "2026-07-12")
