"""Where does the head of a mail end that a text was sent in? It is no part of what was sent."""

from tracker.extraction.spelling.regexps import regexp

_FIELD = regexp(
    r"\s{0,4}>?\s?(?P<name>(?i:from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments?)"
    r"|发件人|收件人|抄送|主\s?题|发送时间|发送日期|日\s?期|时\s?间|附件)\s?[:：]\s?(?P<rest>.*)"
)
_SENDS = regexp(r"(?i:from|to)|发件人|收件人")
_OF_DAY = regexp(r"(?i:sent|date)|发送时间|发送日期|日\s?期|时\s?间")
_TELLS_DAY = regexp(
    r"\b20[0-9]{2}\s?[-年./][0-9\s]|[a-z]{3,9}\.?\s[0-9,\s]{0,5}20[0-9]{2}\b"
    r"|(?:２０[０-９]{2}|二[〇○零Oo][〇○零一二三四五六七八九]{2})\s?年"
)
_HEAD = 600
_LEAST = 3
_MOST = 10


def mail_head_left_out(text: str) -> str:
    """Return the text, each line as long as before, with blanks for the fields of a mail.

    The day of the mail stays, without its label, where what was sent tells none in its head: it is
    the day of the page, and no act's.
    """
    if ":" not in text[:200] and "：" not in text[:200]:
        return text
    lines = text.split("\n", _MOST + 1)
    first = next((at for at, line in enumerate(lines[:_MOST]) if line.strip()), 0)
    last, sends = first, 0
    while last < min(len(lines), first + _MOST) and (field := _FIELD.match(lines[last])):
        sends += _SENDS.fullmatch(field["name"]) is not None
        last += 1
    if not sends or last - first < _LEAST:
        return text
    told = _TELLS_DAY.search("\n".join(lines[last:])[:_HEAD]) is not None
    for at in range(first, last):
        field = _FIELD.match(lines[at])
        day = field is not None and _OF_DAY.fullmatch(field["name"]) is not None
        kept = lines[at][field.start("rest") :] if field and day and not told else ""
        lines[at] = kept.rjust(len(lines[at]))
    return "\n".join(lines)
