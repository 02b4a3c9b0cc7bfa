"""Which sentences hold words of law, so that somebody should read them?"""

import re

LEGAL = re.compile(
    r"暂停|中止|恢复(?:实施|执行|施行|效力)|废止|失效|停止(?:实施|执行)|推迟|延期|延长|生效|施行|实施出口管制|出口管制|管控名单|不可靠实体"
    r"|许可证?|不予许可|禁止|不得|修改为|删去|增列|移出|列入|豁免|免于申请|追究|追溯"
    r"|\bsuspen\w+|\brepeal\w*|\brevo[kc]\w+|\brescind\w*|\bsupersed\w+|\bresum(?:e|es"
    r"|ed|ption)\b|\breinstat\w+|\bpostpon\w+|\bdelay(?:ed|s)?\b|\bdeferr?\w*"
    r"|\bannul\w*|\bprohibit\w*|\bban(?:s|ned)?\b|\blicen[cs](?:e|es|ing)\b"
    r"|\bpermits?\b|\bexempt\w*|\bexport\scontrols?\b|\bentity\slist\b|\b(?:into"
    r"|in)\sforce\b|\btakes?\seffect\b|\beffective\b|\bamend(?:s|ed|ing|ment)?\b"
    r"|\bshall\b|\blift(?:s|ed|ing)?\b"
)
"""Words that move law or bind somebody."""

MOVING = re.compile(
    r"暂停|中止|恢复(?:实施|执行|施行|效力)|废止|失效|停止(?:实施|执行|施行|适用)|推迟|延期|延长|修改为|删去|增列|移出"
    r"|\bsuspen(?:d|ds|ded|sion)\b|\brepeal(?:s|ed)?\b|\brevoke[sd]?\b|\brescind(?:s"
    r"|ed)?\b|\bsuperseded?\b|\bresumes?\b|\bpostponed?\b|\bdelayed\b|\bannulled\b"
    r"|\bceases?\sto\b|\bremoved\sfrom\b|\breinstated\b|\bstayed\b"
)
"""Words that move another act."""

BINDING = re.compile(
    r"不得|应当|禁止|许可|免于|豁免|限制"
    r"|\bshall\b|\bmust\b|\bmay\snot\b|\bprohibit\w*|\blicen[cs]e\b|\brequire[sd]?\b|\bexempt\w*"
)
"""Words that bind or free somebody."""
