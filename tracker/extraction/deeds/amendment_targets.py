"""Of which act does another one change the words, and where does it say so?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.amendment_wordings import TAKEN_OUT, changes_in
from tracker.extraction.deeds.catalogue_entries_chinese import changes_catalogue
from tracker.extraction.deeds.changes_not_made import is_not_made
from tracker.extraction.deeds.deed_wording import LEFT_ALONE
from tracker.extraction.deeds.other_acts import named_others
from tracker.extraction.deeds.parts_of_announced import CHANGE, OPENS_CHANGES
from tracker.extraction.heads.correction_heads import head_of_corrected
from tracker.extraction.names.references import chinese_provisions, english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.codes import catalogue_entries
from tracker.extraction.spelling.regexps import regexp

_DULY = r"(?:(?:hereby|partially|further|also|accordingly|again)\s){0,2}"
_REWORDED = r"(?:amended|corrected|modified|revised|varied)"
_CHANGES = (
    r"(?:adjustments?|amendments?|changes?|corrections?|modifications?|revisions?|variations?"
    r"|alterations?)"
)
_CHANGE = r"(?:amend|revise|modif(?:y|ie)|adjust|correct|var(?:y|ie)|alter|update)s?"
_AS_FOLLOWS = (
    r"(?:as\s(?:follows|set\sout|shown|specified|laid\sdown|indicated|below)"
    r"|in\s(?:accordance|line|conformity)\swith|in\sthe\s(?:following\s)?(?:manner|ways?|points?|respects?))"
)
ANNOUNCED = regexp(
    r"(?<![不未])(?:作|做|进行|予以)(?:出)?[^,。;“”不未]{0,8}?(?:修改|调整|修订|更正|补充)|(?:修改|调整|修订|更正|更新|变更|替换)(?:的?(?:内容|事项|情况|条款)){0,2}(?:公告|公布|通知|通告|明确)?如下"
    r"|作如下(?:修改|调整|更正)|(?:条目|内容|条文)[^,。;]{0,16}(?:发生|有所?)(?:变动|变更|变化|调整)|(?:依|按照?|根据)下?[列述面]?[^,。;]{0,6}表(?:更改|修改|调整|变更)"
    rf"|\b(?:is|are|(?:should|shall|will)\sbe|stands?)\s{_DULY}(?:{_REWORDED}"
    rf"|(?:changed|altered|adjusted|updated|supplemented|rectified)\s{_AS_FOLLOWS})\b"
    rf"|\b(?i:the\sfollowing|following)\s(?:[a-z]+\s)?{_CHANGES}\b"
    rf"|\b(?:makes?|undergoes?)\s(?:the\sfollowing\s|the\s|partial\s|some\s|certain\s)?{_CHANGES}\s(?:to|in)\b"
    rf"|\b{_CHANGES}\s(?:(?:which|that)\s)?"
    r"(?:(?:(?:is|are)\s)?(?:set\sout|laid\sdown|listed|contained|specified|given|shown)?\s?(?:in|by)\s[^.;:\n]{3,60}?\s)?"
    r"(?:(?:is|are|shall\sbe)\s)?(?:hereby\s)?(?:made\s(?:to|in)|introduced\sinto)\b"
    rf"|\b(?:sets?\sout|contains?|lists?|lays?\sdown|specif(?:y|ies)|shows?)\sthe\s(?:[a-z]+\s)?{_CHANGES}\s(?:to|of|in)\b"
    rf"|\b(?:(?:to|hereby)\s{_CHANGE}|(?:amend|revise|alter|adjust|correct|update|modifie|varie)s)\s[^;:\n]{{3,240}}\b{_AS_FOLLOWS}\b"
    r"|\bhereby\s(?:amends?|var(?:y|ies)|revises?|corrects?)\b|\b[Pp]artially\s[Aa]mending\b"
)
OLD_WORDS = regexp(r"[“\"'‘][^”\"'’\n]{0,240}[”\"'’]")
_PART_OF = regexp(
    r"\b(?:Annex(?:es)?|Schedule|Appendix|Article|(?:[Ss]ub)?[Ss]ection|[Rr]egulation(?=\s[0-9])|[Ii]tem|[Pp]ara(?:graph)?|[Pp]oint|[Ee]ntry|[Rr]ow|[Cc]lause|[Ll]ist|Table|Supplement)\b"
    r"(?:\s[0-9A-Z]{1,4}\s\([^()\n]{3,120}\))?[^.;]{0,80}\ue001"
    r"|\ue001[^.;。]{0,20}(?:附件|附表|清单|目录|Annex|Schedule)"
    r"|\ue001\)?,?\s(?:in\s)?(?:[Aa]rticles?|[Pp]ara(?:graph)?s?|[Pp]oints?|[Rr]egulations?|[Ss]ections?)\s[0-9]"
)
"""What names a part of an act as that whose words are changed."""


def amended_act(act: Act) -> tuple[str, Span] | None:
    """Return the act whose words are changed, and the sentence that says so."""
    flow = act.flow
    heads = (*flow.within(act.body.start, act.body.end),)
    for index, sentence in enumerate(heads):
        announces = flow.marked_sieve.search(ANNOUNCED, sentence.start, sentence.end)
        if announces is None and not _opens_changes(act, sentence, heads[index + 1 : index + 4]):
            continue
        if only_thought_of(act, sentence) or _SUMS_UP.match(flow.flow, sentence.start):
            continue
        named = tuple(named_others(act, sentence, but_changed_by=True))
        opens = flow.language == "zh" and OPENS_LIST.search(flow.flow, sentence.start, sentence.end)
        if not named and (opens or _BACK.search(flow.flow, sentence.start, sentence.end)):
            named = _named_before(act, heads[:index])
        if not named and _BACK_EN.match(flow.flow, sentence.start):
            named = _named_before(act, heads[max(0, index - 1) : index])
        if named:
            id = _meant(act, sentence, named)
            return id, _changed_before(act, id, heads[:index]) or sentence
    corrected = corrected_act(act) or _corrected_rule(act)
    if corrected is not None:
        return corrected
    for sentence in heads:
        changed = next(named_others(act, sentence), None)
        if changed is not None and (changes_words(act, sentence) or _heads_changes(act, sentence)):
            return changed, sentence
    if flow.language == "zh":
        return _meant_again(act, heads) or _of_catalogue(act, heads) or _titled(act, heads)
    return _titled_union(act, heads) if act.id.startswith("eu/") else None


_SUMS_UP = regexp(r"\W{0,4}(?i:effect\sof\sth(?:is|e)\s(?:notification|(?:public\s)?notice))\b")
"""How an Indian act begins to tell what it has done, which its paragraphs do."""
_DECIDES = regexp(rf"(?:决定|现)(?:对)?{CHANGE}(?!的)[^,。;\ue001]{{0,12}}\ue001")
"""How a sentence itself says that it changes an act: ``决定修改第3号公告``."""
_ANY_CHANGE = regexp(CHANGE)
_GROUND = regexp(r"(?:根据|依据|依照|按照|落实|执行|实施|有关)[^,。;\ue001]{0,12}$")


def _opens_changes(act: Act, sentence: Span, behind: tuple[Span, ...]) -> bool:
    """Tell whether a Chinese sentence leads to the changes behind it of the act that it names."""
    flow = act.flow
    where = sentence.start, sentence.end
    if flow.language != "zh" or "\ue001" not in flow.marked[slice(*where)]:
        return False
    opens = OPENS_CHANGES.search(flow.flow, *where) and _ANY_CHANGE.search(flow.flow, *where)
    if not opens and _DECIDES.search(flow.marked, *where) is None:
        return False
    first = flow.marked.find("\ue001", *where)
    if _GROUND.search(flow.marked, max(sentence.start, first - 30), first):
        return False
    return any(changes_words(act, one) for one in behind)


_AMENDING = regexp(r"(?:(?<=\n)|(?<=20[0-9]{2}\s))(?:[Aa]mending|AMENDING)\s[^;\n]{0,400}")
_TITLE_REACH = 1500


def _titled_union(act: Act, heads: tuple[Span, ...]) -> tuple[str, Span] | None:
    """Return the one act that a European act amends by its title, and where its articles name it.

    However its first article words the change, it is no rule of its own.
    """
    title = _AMENDING.search(act.flow.flow, 0, _TITLE_REACH)
    named = set(named_others(act, Span(*title.span()))) if title is not None else set()
    if title is None or len(named) != 1:
        return None
    behind = (one for one in heads if one.start >= title.end())
    said = next((one for one in behind if named.intersection(named_others(act, one))), None)
    return None if said is None else (named.pop(), said)


_NEAR = 5
"""How many sentences are read for what a sentence on a catalogue leads to."""


def _of_catalogue(act: Act, heads: tuple[Span, ...]) -> tuple[str, Span] | None:
    """Return the act whose catalogue loses or gets entries, whatever verb says so."""
    if not catalogue_entries(act.flow, act.body):
        return None
    for at, sentence in enumerate(heads):
        named = tuple(named_others(act, sentence, but_changed_by=True))
        if changes_catalogue(act, named, heads[at : at + _NEAR]):
            return named[0], sentence
    return None


_CHANGES_IT = regexp(r"更正|勘误|修改|修订|修正|订正|调整")


def _titled(act: Act, heads: tuple[Span, ...]) -> tuple[str, Span] | None:
    """Return the one act that only the title says is changed, and the sentence that does so."""
    titles = [one for one in act.titles if _CHANGES_IT.search(act.flow.flow, one.start, one.end)]
    named = {other for title in titles for other in named_others(act, title)}
    if len(named) != 1 or any(True for one in heads for _ in named_others(act, one)):
        return None
    changing = next((one for one in heads if changes_words(act, one)), None)
    return None if changing is None else (named.pop(), changing)


_BASIS = regexp(
    r"\b(?:[Pp]ursuant\sto|[Uu]nder|[Ii]n\s(?:accordance|conformity|line)\swith|[Bb]y\svirtue\sof|[Bb]ased\son"
    r"|[Ii]n\sorder\sto\s[a-z]+|[Hh]aving\sregard\sto|[Ii]n\s(?:the\s)?exercise\sof|on\sthe\sbasis\sof)\s[^,;:]{0,120}$"
)
"""What before an act says that it is the ground of a change, and not what is changed."""


_BY_THE_FOLLOWING = regexp(r"\b(?:is|are)\s(?:replaced|substituted)\s(?:by|with)\sthe\sfollowing\b")
_QUOTE_BEHIND = regexp(r"[^\n]{0,40}\n?\s{0,6}[\"\u201c\u2018']")


def replaced_unquoted(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence replaces a part by what follows it, without quotation marks."""
    flow = act.flow.flow
    told = _BY_THE_FOLLOWING.search(flow, sentence.start, sentence.end)
    return told is not None and _QUOTE_BEHIND.match(flow, told.end()) is None


def _changed_before(act: Act, id: str, heads: tuple[Span, ...]) -> Span | None:
    """Return the first of the sentences before that replaces a part of the same act by itself.

    Sections follow one another: ``1 Item 5506 of the List is replaced …``, ``3 It is amended …``.
    """
    own = (one for one in heads if id in named_others(act, one))
    return next((one for one in own if replaced_unquoted(act, one)), None)


def _meant(act: Act, sentence: Span, named: tuple[str, ...]) -> str:
    """Return which of the acts that a sentence names is the one whose words are changed."""
    if act.flow.language == "zh" or len(named) == 1:
        return named[-1]
    told = act.namer.named_in(sentence.start, sentence.end)
    ground = {
        one.id
        for one in told
        if _BASIS.search(act.flow.flow, max(sentence.start, one.start - 160), one.start)
    }
    return next((id for id in named if id not in ground), named[0])


def _named_before(act: Act, heads: tuple[Span, ...]) -> tuple[str, ...]:
    """Return the acts that the last of some sentences names that names any."""
    named = (tuple(named_others(act, one, but_changed_by=True)) for one in reversed(heads))
    return next(filter(None, named), ())


_BACK = regexp(
    r"(?:前项|前款|该|上述|前述|同一|上列|上一项|前条)(?:公告|通知|办法|规定|令|决定|文件)|其(?=(?:附件|第))"
)
"""How a sentence means the act that the one before it named."""


_BACK_EN = regexp(
    r"\W*(?:[0-9]{1,2}\.\s|\([0-9a-z]{1,3}\)\s)?(?:They|It|These|Those|The\s(?:said|above|same|following)|That|Such|This\s(?:[Aa]nnex|error))\b"
)
"""How an English sentence begins that means the act which the one before it named."""


def _meant_again(act: Act, heads: tuple[Span, ...]) -> tuple[str, Span] | None:
    """Return the act named before a sentence that changes words and only points back to it."""
    before: str | None = None
    for sentence in heads:
        named = tuple(named_others(act, sentence, but_changed_by=True))
        points_back = _BACK.search(act.flow.flow, sentence.start, sentence.end)
        if before is not None and points_back is not None and changes_words(act, sentence):
            return before, sentence
        before = named[-1] if named else before
    return None


OPENS_LIST = regexp(r"[-\u2013\u2014:]\s*$")


def _heads_changes(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence names a part of an act, and what follows changes its words.

    ``In Schedule 3 to the Order-`` and then ``(a) in entry 5, for "2 kg" substitute "1 kg"``.
    """
    flow = act.flow
    if not OPENS_LIST.search(flow.flow, sentence.start, sentence.end):
        return False
    if _PART_OF.search(flow.marked, sentence.start, sentence.end) is None:
        return False
    behind = flow.within(sentence.end, min(act.body.end, sentence.end + _NEXT))
    return any(
        changes_words(act, one)
        or _INSERTS.search(flow.flow, one.start, one.end)
        or _DONE_TO_ENTRIES.search(flow.flow, one.start, one.end)
        for one in behind[:2]
    )


_DONE_TO_ENTRIES = regexp(
    r"\b(?:entit(?:y|ies)|persons?|bodies|entr(?:y|ies)|rows?|lines?|names?)\b[^.;]{0,120}?\b(?:is|are|shall\sbe)\s(?:hereby\s)?"
    rf"(?:added|inserted|replaced|entered|{TAKEN_OUT})"
)
"""What a point does to entries of the part that its head names."""
_INSERTS = regexp(r"\b(?:insert|substitute)[-\u2013\u2014:]")
"""How a line ends whose new words stand below it."""
_NEXT = 400


_THOUGHT_OF = regexp(
    r"(?:申请|请求|建议|提议|主张|呼吁|希望|提出)[^,。;“”]{0,12}(?:将|对|把)|是否(?:应|将|对|需)?|(?<!许)可(?:以|能)?将|(?<!不)(?:会|能)将|拟(?:将|对|于)|(?:如|若|一旦|如果)[^。;“”]{2,80},[^。;“”]{0,20}(?:可以?|将)"
    r"|(?i:\b(?:ask(?:s|ed)|request(?:s|ed)|urge[sd]?|suggest(?:s|ed)|petition(?:s|ed)|recommend(?:s|ed)|propose[sd]?|invite[sd]|(?:call|called)\s(?:up)?on)"
    r"\s(?:[^.;\"“]{0,60}?\s)?(?:that|to)\b"
    r"|\b(?:request|petition|application|proposal)\s(?:to|that|for)\b|\bwhether\b|\bcould\s(?:be|have)\b|\bmay\sbe\s(?:amended|replaced|changed|revised))"
)
"""What says that a change is only asked for, or would only be made on a condition."""


def only_thought_of(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence only tells of a change that somebody wants or may make one day."""
    told = act.flow.sieve.search(_THOUGHT_OF, sentence.start, sentence.end)
    if told is None:
        return False
    before = act.flow.flow[sentence.start : told.start()]
    return before.count("“") == before.count("”") and '"' not in before


def changes_words(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence changes quoted words, or takes out a part that it names."""
    if only_thought_of(act, sentence):
        return False
    flow = act.flow.flow
    where = (sentence.start, sentence.end)
    sieve = act.flow.sieve
    rows = [
        row
        for row in changes_in(act.flow)
        if any(not is_not_made(act, at.start(), at.end()) for at in row.matches(sieve, *where))
    ]
    if rows and (OLD_WORDS.search(flow, *where) or _PART_OF.search(act.flow.marked, *where)):
        return True
    parts = chinese_provisions if act.flow.language == "zh" else english_provisions
    return any(row.does == "delete" for row in rows) and bool(parts(flow, *where))


def corrected_act(act: Act) -> tuple[str, Span] | None:
    """Return the act that the head of a correction names, and that head."""
    flow = act.flow
    head = head_of_corrected(flow.flow)
    named = [one for one in act.namer.named_in(*head) if one.id != act.id] if head else []
    return (named[0].id, Span(*head)) if head and named else None


_IS_CORRECTION = regexp(
    r"\bACTION:?\s{0,3}[^\n]{0,60}\b(?:[Cc]orrect(?:ion|ions|ing)|[Tt]echnical\s(?:correction|amendment))"
)
_RULE = regexp(r"\b(?:rule|regulations?|amendments?)\b")
_ERRORS = (
    r"\b(?:errors?|mistakes?|misprints?)\s(?:was\s|were\s)?(?:found\s)?in\b"
    r"|\bcontain(?:s|ed)\s(?:an?|one|two|three|several|some|the\sfollowing)\s(?:[a-z]+\s)?(?:errors?|mistakes?|misprints?)\b"
)
"""What says that an act holds errors, which then are put right."""
_HOLDS_ERRORS = regexp(rf"(?i:{_ERRORS})")
_CORRECTS = regexp(rf"(?<!\bnot\s)\b(?:correct(?:s|ed|ing|ions?)?|[Cc]orrecting)\b|(?i:{_ERRORS})")
"""What corrects a rule of the register; of other acts, words say what is changed."""


def _corrected_rule(act: Act) -> tuple[str, Span] | None:
    """Return the rule that a correction of the register names by its number, and the sentence."""
    rule = act.family == "rule"
    corrects = _CORRECTS if rule else _HOLDS_ERRORS
    if not act.flow.sieve.may(corrects, act.body.start, act.body.end):
        return _by_its_number(act) if rule else None
    for sentence in act.flow.within(act.body.start, act.body.end):
        said = corrects.search(act.flow.flow, *sentence.ends)
        if said and not LEFT_ALONE.search(act.flow.marked, *sentence.ends):
            named = next(named_others(act, sentence), None)
            if named is not None:
                return named, sentence
    if rule and (numbered := _by_its_number(act)) is not None:
        return numbered
    if not rule or _IS_CORRECTION.search(act.flow.flow, 0, act.body.end) is None:
        return None
    every = act.flow.within(act.body.start, act.body.end)
    told = [one for one in every if not _NO_CHANGE.search(act.flow.flow, one.start, one.end)]
    for one in told:
        if (named := next(named_others(act, one), None)) is not None:
            return named, one
    for one in told:
        pages = act.namer.pages_in(one.start, one.end)
        if len(pages) == 1 and _RULE.search(act.flow.flow, one.start, one.end):
            return pages[0].id, one
    return None


_NO_CHANGE = regexp(
    r"\b(?:needs?|requires?|makes?|undergoes?)\sno\s(?:changes?|corrections?)\b|\bnor\s(?:is|are|does|do|has|have)\b"
    r"|(?<!\bwhich\s)(?<!\bthat\s)\b(?:is|are|was|were)\snot\s(?:changed|corrected|affected|amended|touched)\b|\bunaffected\b|\bunchanged\b"
)
"""What says that an act is named which a correction leaves alone."""


_NUMBERED_AFTER = regexp(
    r"(?P<series>us/[a-z]+)/[0-9]{4}/[cr][0-9]-(?P<number>(?P<year>[0-9]{4})-[0-9]{4,6})"
)
"""The id of a correction that the register numbers after the rule: ``C1-2026-90187``."""


def _by_its_number(act: Act) -> tuple[str, Span] | None:
    """Return the rule after which a correction is numbered, and where its text names it."""
    own = _NUMBERED_AFTER.fullmatch(act.id)
    if own is None:
        return None
    id = f"{own['series']}/{own['year']}/{own['number']}"
    sentences = act.flow.within(act.body.start, act.body.end)
    naming = (one for one in sentences if id in named_others(act, one))
    return next(((id, one) for one in (*naming, *sentences[:1])), None)
