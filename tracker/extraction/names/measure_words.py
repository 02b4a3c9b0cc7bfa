"""Which words tell what a provision of an act is: a list, a head, a schedule, an order?"""

from tracker.extraction.spelling.regexps import regexp

ABOVE = regexp(
    r"上述(?:物项|产品|货物|技术|商品)|以上物项|本公告所列|前款所列|本条所列|(?:前[款条]|前述|上列|该等)(?:所列|规定的?)?(?:物项|产品|货物|技术|商品)|\b(?:the\s)?(?:above|said"
    r"|aforementioned|above-mentioned|such)[\s-](?:[a-z-]+\s){0,2}(?:items|goods"
    r"|products|technolog)"
)
ITEMS_HEAD = regexp(
    r"(?:相关)?(?:物项|技术|设备|材料|产品|软件)$|\b(?:items|materials|equipment|technolog(?:y|ies)"
    r"|software)\W{0,2}$"
)
ANNEX_WORD = regexp(
    r"附件|附表|附录|所附|清单|(?<![附下上图发代])表\s?[一二三四五六七八九十0-9](?=所列|列明|[中内])|(?:列入|纳入|见)[^,。;《》]{0,4}《?[^《》,。;]{0,24}目录(?![^,。;]{0,10}\ue001)|目录》?(?:所列|中的|内的)|\b(?:[Aa]nnex|[Ss]chedule(?!d\b)|[Aa]ttach|[Aa]ppendix|[Aa]ppended\s[Tt]able|[Ll]isted(?!\s(?:under|in|at|by)\s(?:ECCN|entry|item|heading|[0-9]|CN\b|HS\b|PL[0-9])))"
)
CONTROLLED = regexp(
    r"(?:决定|现|兹)?(?:对)?(?:以下|下列|符合以下[^,。;]{0,12}的|满足以下[^,。;]{0,12}的)[^,。;]{2,30}?(?:实施|实行|纳入|列入)(?:出口)?管制(?:清单|范围)?[:。]?"
    r"|(?i:export\scontrols?\s(?:are|is|shall\sbe)\s(?:hereby\s)?(?:imposed|implemented|applied)\son\s(?:the\sfollowing\s\w+"
    r"|the\s\w+\s(?:listed|set\sout|specified)\sbelow)[:.]?)"
)
"""A head that puts goods under control and leaves to another point what that demands."""
HEAD_END = regexp(r"[:\n]")
NARROWED = regexp(
    r"军|用途|用户|名单|(?:向|对)(?!任何|境外|所有|商务|海关|主管|国务院|省级|发证|所在地)[^,。;]{1,20}?(?:出口|提供|转移)"
    r"|\bmilitary\b|\bend[- ]us|\bto\s(?!any\b|all\b|export)(?:the\s)?[A-Z]"
)
"""What makes a ban on listed goods one of its own: whom or what for it is."""
LIST_WORD = regexp(
    r"名单|清单|\b(?:[Ll]ist|[Ee]ntit(?:y|ies))\b|(?:上述|所列|表列|前述|前款|下列|以下|列入|该等|这些|上列|附件)[^,。;]{0,6}(?:实体|企业|公司|机构|组织)"
)
SUPPLEMENT = regexp(
    r"(?:(?<=\n)|^)(?:(?:Supplementary|SUPPLEMENTARY)\s(?:Provisions?|PROVISIONS?)|附则"
    r"|(?:Addend(?:um|a)|ADDEND(?:UM|A))\b)"
)
UK_MAKES = regexp(
    r"\bmakes?\s(?:this|these|the\sfollowing)\s(?P<what>[Oo]rder|[Rr]egulations|[Rr]ules)\b"
)
UK_ORDER = regexp(
    r"\bmakes?\sth(?:is|e following)\s(?:[Oo]rder)\b"
    r"|\(?[A-Z][a-z]+\)?\sOrder\s20[0-9]{2}\s*\n"
)
