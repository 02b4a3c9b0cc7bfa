"""Are a quota, its reports, its sharing out and what is not counted told apart, point by point?"""

import pytest

from tests.unit.extraction.test_deeds_told_apart import ENGLISH
from tests.unit.extraction.test_extract import read

QUOTA = "1. From 1 January 2027 through 31 December 2027, {}\n"
CEILINGS = (
    "the volume of cobalt that may be exported by all holders shall not exceed 9,100 tonnes.",
    "exports of cobalt hydroxide may not exceed 9,100 tonnes.",
    "cobalt exports are limited to 9,100 tonnes.",
    "the total of cobalt to be exported is capped at 9,100 tonnes.",
    "the quantity of cobalt exported shall not exceed 9,100 tonnes.",
)
BESIDE = (
    ("Any holder of a quota shall transmit to the Ministry a monthly report.", "reporting"),
    ("Quota holders shall forward to the Ministry a statement of the lots sold.", "reporting"),
    ("Every exporter shall send the Ministry each month a statement of its stocks.", "reporting"),
    ("Samples of less than 50 kilograms are not counted against the quotas.", "exemption"),
    ("Samples of less than 5 kilograms do not count towards the quota.", "exemption"),
    ("Quotas are allocated in proportion to the exports of each company.", None),
    ("The quotas shall be apportioned among the holders.", None),
    ("Customs shall draw on the quotas in the order of the declarations.", None),
    ("The quota is not transferable.", None),
)


def _demands(text: str) -> list[object]:
    return [(one.terms or {}).get("requirement") for one in read(ENGLISH.format(text)).measures]


@pytest.mark.parametrize("ceiling", CEILINGS)
def test_a_ceiling_in_tonnes_is_a_quota(ceiling: str) -> None:
    (measure,) = read(ENGLISH.format(QUOTA.format(ceiling))).measures
    terms = measure.terms or {}
    assert terms["requirement"] == "quota"
    assert [(one["operator"], one["value"]) for one in terms["thresholds"]] == [("<=", "9100")]


@pytest.mark.parametrize(("beside", "requirement"), BESIDE)
def test_what_stands_beside_a_quota_is_no_further_quota(
    beside: str, requirement: str | None
) -> None:
    found = _demands(QUOTA.format(CEILINGS[0]) + "2. " + beside)
    assert found == ["quota", *([requirement] if requirement else [])]


ORDER = (
    "商务部公告2026年第981号\n\n现公告如下：\n\n"
    "一、{}\n\n二、{}\n\n三、{}\n\n商务部\n2026年10月12日\n"
)
AMOUNTS = (
    "2027年镁砂出口配额总量为136万吨。",
    "2027年镁砂出口配额数量为一百三十六万吨。",
    "2027年镁砂出口数量不得超过136万吨。",
)
SHARES = (
    "配额招标工作由招标办公室负责，投标资格另行公布。",
    "企业申请配额，应于2026年11月30日前向所在地商务主管部门提交申请材料。",
    "取得配额的企业凭配额证明申领出口许可证。",
)
LIVES = (
    ("上述配额自2027年1月1日起使用。", None),
    ("配额有效期为2027年1月1日至2027年12月31日。", "2027-12-31"),
    ("以上总量自2027年1月1日起执行，执行期一年。", "2027-12-31"),
)


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(("life", "last"), LIVES)
def test_the_amount_and_the_days_of_a_quota_may_stand_in_points_apart(
    amount: str, share: str, life: str, last: str | None
) -> None:
    (measure,) = read(ORDER.format(amount, share, life)).measures
    limits = [(one["operator"], one["value"], one["unit"]) for one in measure.terms["thresholds"]]
    assert (measure.terms["requirement"], limits) == ("quota", [("<=", "1360000", "t")])
    assert str(measure.from_) == "2027-01-01"
    assert (str(measure.through) if measure.through else None) == last
