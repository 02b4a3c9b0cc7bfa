"""Which words of a text address a program that reads it? They are a third party's, and no act's.

Whoever may write into a page, a comment or a forwarded text may write there what a reader should
record. What speaks to a machine is left out of the reading, with all that follows in its line.
"""

from tracker.extraction.spelling.regexps import regexp

_MACHINE = (
    r"(?:AI|A\.I\.|LLMs?|(?i:chatbots?|artificial\sintelligence|(?:large\s)?language\smodels?"
    r"|crawlers?|scrapers?|parsers?|extractors?|bots|(?:automated|automatic|machine|robotic)\s"
    r"(?:readers?|tools?|extractors?|extraction|parsers?|agents?|assistants?|pipelines?|trackers?)))"
)
_COMMAND = (
    r"(?:record|ignore|disregard|output|report|treat|mark|register|log|note|extract|return|regard"
    r"|store|enter|consider|classify|answer|set|add|apply|assume|update|write)"
)
_ORDER = r"(?i:record|ignore|disregard|output|treat|mark|extract|note|assume|answer|return)"
"""What a reader is told to do, and what no exporter of such programs is."""
_READS = (
    r"(?i:that|which|who|reads?|reading|process|processing|parse|parsing|visit|visiting|crawl|crawling|index|indexing"
    r"|summari[sz]e|summari[sz]ing|this|the|these|our|page|pages|text|texts|document|documents|site|website|and|or|tools?"
    r"|agents?|assistants?|bots|systems)"
)
"""What may stand between a program that is addressed and what it is told to do."""
_MACHINE_ZH = (
    r"(?:人工智能|AI|(?:大)?(?:语言)?模型|智能体|机器人|爬虫|解析(?:器|程序)|抽取(?:器|程序)"
    r"|机器(?:读者|阅读)|阅读程序"
    r"|自动(?:化)?(?:读取|抽取|处理|采集|解析|阅读)(?:程序|系统|工具)?)"
)
_COMMAND_ZH = r"(?:记录|忽略|输出|标记|标注|视为|登记|写入|认定|注意|报告|返回|更新|记为|录入|无视)"
_ORDER_ZH = r"(?:记录[^。,\n]{0,24}(?:废止|暂停|失效|为)|忽略|输出|标记[为成]|视为|记为|无视)"
_PLANTED = regexp(
    rf"(?:(?<=\n)|^)\W{{0,6}}(?:SYSTEM|ASSISTANT|DEVELOPER|PROMPT|System|Assistant)(?:\s(?i:prompt|message|note|notice|override|instruction)s?)?\]?\s?:(?=[^\n]{{0,400}}\b(?i:{_COMMAND}|instructions?)\b)"
    r"|\b(?i:ignore|disregard|forget|override)\s(?i:(?:all|any|the|your|every)\s){0,3}(?i:previous|above|prior|earlier|preceding|foregoing)\s(?i:[a-z]+\s){0,2}?(?i:instructions?|prompts?|directions|commands?)\b"
    rf"|\b(?i:note|message|instructions?|notice|attention|memo|reminder|hint)\s(?i:to|for)\s(?i:all\s|any\s|the\s|every\s){{0,2}}{_MACHINE}(?![\w-])(?!\s(?i:exporters?|manufacturers?|makers?|producers?|suppliers?|developers?|companies|chips?|items?))"
    rf"|\b{_MACHINE}(?:\s{_READS}){{0,6}}\s(?i:must|should|shall|are\sto|is\sto|please)\s(?i:[a-z]+\s){{0,1}}{_ORDER}\b"
    rf"|\b(?i:dear|attention|hey|hello),?\s{_MACHINE}(?![\w-])\W"
    r"|\b(?i:report|state|give|assign|set)\s(?i:full|maximum|highest|total|a)\s(?i:[a-z]+\s)?(?i:confidence)\b"
    r"|(?:(?<=\n)|^)[^\w\n]{0,6}(?:系统|助手)(?:提示|指令|消息|通知)\]?\s?:"
    rf"(?=[^\n]{{0,300}}{_COMMAND_ZH})"
    r"|(?:忽略|无视|忘记|不要理会)(?:掉)?(?:此前|之前|以上|上述|前面|先前|前述)的?(?:所有|全部|一切)?的?(?:指令|提示|指示|命令|要求)"
    rf"|(?:致|告|提醒|提示|请)(?:各|所有|全体)?{_MACHINE_ZH}(?:助手|工具|系统|程序)?(?:们)?[\]:,请务须应将]"
    rf"|{_MACHINE_ZH}(?:助手)?(?:们)?(?:请|应当?|须|必须|务必|需要?)[^。,\n]{{0,12}}{_ORDER_ZH}"
    rf"|{_MACHINE_ZH}(?:助手)?(?:们)?,?请?注意\s?[:,]"
)  # fmt: skip
_NEEDED_WORDS = """
SYSTEM ASSISTANT DEVELOPER PROMPT System Assistant nstruction prompt directions commands AI A.I. LLM
hatbot ntelligence language Language rawler craper arser xtract bots utomat achine obotic onfidence
系统 助手 指令 提示 指示 命令 忽略 无视 人工智能 模型 智能体 机器 爬虫 程序 自动 解析 抽取
"""
_NEEDED = _NEEDED_WORDS.split()
"""Of these words each alternative needs one."""
_STOP = regexp(r"[.。!?]\s?")


def planted_left_out(text: str) -> str:
    """Return the text, as long as before, with blanks for what addresses a program."""
    text = _without_paragraphs(text)
    pieces: list[str] = []
    at = 0
    for start, end in _lines_with_words(text):
        found = _PLANTED.search(text, start, end)
        if found is None:
            continue
        stops = [stop.end() for stop in _STOP.finditer(text, start, found.start())]
        low = stops[-1] if stops else start
        pieces += (text[at:low], " " * (end - low))
        at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _lines_with_words(text: str) -> list[tuple[int, int]]:
    """Return the lines in which one of the needed words stands, in order."""
    lines: dict[int, int] = {}
    for word in _NEEDED:
        at = text.find(word)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines[text.rfind("\n", 0, at) + 1] = end
            at = text.find(word, end)
    return sorted(lines.items())


_TO_MACHINES = regexp(
    r"(?:人工智能|大模型|语言模型|AI|机器人|自动(?:化)?(?:处理)?(?:程序|系统)|智能(?:体|助手)|爬虫|\b(?:AI"
    r"|[Ll]anguage\s[Mm]odels?|LLMs?|[Aa]ssistants?|[Cc]hatbots?|[Aa]gents?"
    r"|[Cc]rawlers?|[Aa]utomated\s(?:systems?|readers?|tools?|processing)"
    r"|[Mm]achine\sreaders?)\b)"
)
_ORDERS_THEM = regexp(
    r"忽略|无视|不要理会|不得遵守|覆盖(?:此前|之前|先前)|输出|回答|登记为|标记为|(?i:\bignore\b|\bdisregard\b"
    r"|\bforget\s(?:all|your|the)|\boverride\b|\brespond\swith\b|\boutput\b"
    r"|\byour\s(?:instructions|rules|system\sprompt)|\bsystem\sprompt\b|\b(?:must"
    r"|should|please)\s(?:record|mark|treat|report|register|answer|set)\b"
    r"|\brecord\sthat\b|\bmark\s(?:every|all|this|the)\b)"
)
_IGNORE_ALL = regexp(
    r"置信度|本页应当?(?:判定|视为|登记)|"
    r"忽略(?:以上|之前|先前|前述|上述|此前)[^。\n]{0,16}(?:指令|内容|规则|要求)|(?i:\b(?:ignore|disregard"
    r"|forget)\s(?:all\s|any\s|the\s|your\s){0,2}(?:previous|prior|above|earlier"
    r"|preceding)\s(?:instructions?|content|text|rules|prompts?)|\b(?:ignore|disregard"
    r"|forget)\s(?:all|any|every|your)\s(?:the\s)?(?:rules?|instructions?|guidelines?"
    r"|prompts?))"
)


_OF_IGNORING = ("置信度", "本页", "忽略", "ignore", "disregard", "forget")
_OF_MACHINES = (
    "人工智能", "大模型", "语言模型", "机器人", "自动", "智能", "爬虫",
    "AI", "odel", "LLM", "ssistant", "hatbot", "gent", "rawler", "utomated", "achine",
)  # fmt: skip
"""Words without which no paragraph of a text can be meant for a program."""


def _without_paragraphs(flow: str) -> str:
    """Blank the paragraphs that tell a program what to do: nothing is read in them."""
    told = flow.lower()
    ignored = any(map(told.__contains__, _OF_IGNORING))
    if not ignored and not any(map(flow.__contains__, _OF_MACHINES)):
        return flow
    lines = flow.split("\n")
    for index, line in enumerate(lines):
        named = any(map(line.__contains__, _OF_MACHINES))
        if not named and not (ignored and any(map(line.lower().__contains__, _OF_IGNORING))):
            continue
        addressed = _TO_MACHINES.search(line) is not None and _ORDERS_THEM.search(line) is not None
        if _IGNORE_ALL.search(line) or (addressed and _COMMANDS.search(line)):
            lines[index] = "\ue00f" * len(line)
    return "\n".join(lines)


_COMMANDS = regexp(
    r"(?:致|阅读|读到|处理|解析)[^。\n]{0,24}(?:人工智能|模型|程序|系统|助手|机器人)|(?:人工智能|模型|助手|机器人"
    r"|程序)[^。\n]{0,12}(?:请|应|须|必须)|(?i:\b(?:note|attention|instructions?|message"
    r"|to)\s(?:to\s|for\s|all\s|any\s|the\s){0,3}(?:AI|language\smodels?|LLMs?"
    r"|assistants?|chatbots?|automated|agents?|crawlers?)|\b(?:AI|model|assistant|agent"
    r"|LLM)s?\b[^.\n]{0,20}[:,]|\b(?:if\s)?you\sare\s(?:an?\s)?(?:AI|language\smodel"
    r"|assistant|automated))"
)
