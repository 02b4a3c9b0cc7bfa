"""Is a whole text known for what it is, whatever stands around its own words?"""

from datetime import date

from tests.unit.extraction.test_extract import read


def test_a_link_to_the_next_text_is_no_number_of_an_answer():
    answer = (
        "MOFCOM Spokesperson's Remarks on Two Lists\n2027-01-22\n"
        "Q: What will happen to the entities that were listed last year?\n"
        "A: The Ministry of Commerce listed 14 entities by Announcement No. 948 on November 25, "
        "2026. China has decided to suspend the measures under Announcement No. 948 for six months "
        "as from January 25, 2027.\n"
        "Previous: Regular briefing (January 14, 2027) Next: Announcement No. 950 repealed\n"
    )
    found = read(answer)
    assert found.klass == "act"
    (effect,) = found.effects
    assert effect.affected == ("cn/mofcom/2026/948",)


def test_a_notice_with_points_alone_is_an_act():
    notice = (
        "公布2027年石英砂出口配额总量\n\n商务部公告2026年第937号\n2026年10月30日\n\n"
        "一、2027年1月1日至2027年12月31日，石英砂出口配额总量为1.2万吨。\n\n商务部\n"
    )
    found = read(notice)
    assert found.klass == "act"
    assert [one.from_ for one in found.measures] == [date(2027, 1, 1)]


def test_a_licence_says_when_it_is_granted_and_no_licence_is_a_firm():
    licence = (
        "Department for Business and Trade\n\nOGEL 962\n"
        "OPEN GENERAL EXPORT LICENCE (SEMICONDUCTOR MATERIALS)\n\n"
        "This Open General Export Licence is granted on 2 June 2026 by the Secretary of State.\n\n"
        "1. The licence has effect from 22 June 2026.\n"
        "2. The Open General Export Licence (Semiconductor Materials) of 6 March 2023, OGEL 939, "
        "is revoked.\n"
    )
    found = read(licence)
    assert found.instrument is not None
    assert found.instrument.id == "uk/dbt/2026/ogel-962"
    (effect,) = found.effects
    assert (effect.affected, effect.parties) == (("uk/dbt/2023/ogel-939",), ())


def test_a_minister_who_decides_in_the_present_speaks_for_himself():
    notice = (
        "Suspension of the Open General Export Licence (Unmanned Aircraft Parts)\n"
        "Published 19 October 2026\n"
        "OGEL 922, dated 19 October 2026, granted by the Secretary of State.\n"
        "1. The Secretary of State, acting under article 32 of the Export Control Order 2008, "
        "suspends the Open General Export Licence (Unmanned Aircraft Parts) dated 3 May 2024 "
        "(OGEL 921).\n"
        "2. The suspension begins on 26 October 2026 and lasts for six months.\n"
    )
    found = read(notice)
    assert found.klass == "act"
    (effect,) = found.effects
    assert (effect.affected, effect.from_) == (("uk/dbt/2024/ogel-921",), date(2026, 10, 26))
