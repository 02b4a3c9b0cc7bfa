"""Which sentences hold words of law, so that somebody should read them?"""

from tracker.extraction.spelling.regexps import regexp

MOVING = regexp(
    r"暂停|中止|恢复(?:实施|执行|施行|效力)|废止|失效|停止(?:实施|执行|施行|适用)|停施|不再作为|何时(?:开始)?(?:实施|执行|施行|适用)|推迟|延期|延长|修改为|删去|增列|移出|不适用于?(?:前[款条项]|上述)"
    r"|\bsuspen(?:d|ds|ded|sion)\b|\brepeal(?:s|ed)?\b|\brevoke[sd]?\b|\brescind(?:s"
    r"|ed)?\b|\bsuperseded?\b|\bresumes?\b|\bpostponed?\b|\bdelayed\b|\bannulled\b"
    r"|\bceases?\sto\b|\bremoved\sfrom\b|\breinstated\b|\bstayed\b"
)
"""Words that move another act."""

BINDING = regexp(
    r"不得|应当|禁止|许可|免于|豁免|限制"
    r"|\bshall\b|\bmust\b|\bmay\snot\b|\bprohibit\w*|\blicen[cs]e\b|\brequire[sd]?\b|\bexempt\w*"
)
"""Words that bind or free somebody."""
