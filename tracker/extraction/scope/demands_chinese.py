"""How else do Chinese acts say that somebody has to register, to be approved or to declare?

Each key is a row of :mod:`tracker.extraction.scope.requirements` before which its rows are asked.
"""

import re

from tracker.extraction.scope.requirement_wordings import RequirementWording

_MUST = r"(?:应当?|[须需])"

CHINESE_DEMANDS: dict[str, tuple[RequirementWording, ...]] = {
    "registration": (
        RequirementWording(
            requirement="registration",
            pattern=re.compile(
                rf"{_MUST}[^,。;]{{0,24}}?向[^,。;]{{2,12}}?(?:备案|登记|注册)"
                r"(?!机关|部门|系统|表|号|证|材料|信息|的|管理)"
                r"|未(?:备案|登记|注册)的?,?(?:一律)?不得"
            ),
            examples=(
                "企业应当事先向商务部备案。",
                "进口商应当在进口前向海关备案境内收货人。",
                "未备案的不得进口。",
            ),
        ),
    ),
    "licence": (
        RequirementWording(
            requirement="licence",
            pattern=re.compile(
                rf"{_MUST}(?:事先|依法)?经[^,。;]{{2,24}}?(?:审批|核准|批准)(?=[,。;])"
            ),
            examples=("该物项出口，须经商务部会同国家原子能机构审批。",),
        ),
    ),
    "declaration": (
        RequirementWording(
            requirement="declaration",
            pattern=re.compile(r"[”》]栏(?:目)?(?:内|中)?[^,。;]{0,6}(?:填报|填写|注明|录入)"),
            examples=("出口两用物项的，在“随附单证代码”栏填报“3”。",),
        ),
    ),
}
