"""What is a wording of a deed: of something that one act does to another?

The rows are read on marked text. A test runs every example: the kinds that a sentence holds.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.domain.records import EffectKind
from tracker.extraction.spelling.regexps import regexp

Needs = Literal["target", "parties", "suspension", "end", "part", "new day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedWording:
    """One way of saying that an act is moved.

    ``needs``: ``parties`` counts only where parties are named (a name comes off a list);
    ``suspension`` speaks of a suspension that is moved, not of the act itself; ``end`` counts
    only where a last day is told; ``part`` only where a section of an American act goes;
    ``new day`` only where the words behind say that a new first day will be told.
    ``until`` is the kind of the deed where a last day is told: what
    "stops applying until May" is suspended. ``examples`` hold whole sentences and whether the row
    finds its deed in them.
    """

    name: str
    kind: EffectKind
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, bool], ...]
    reason: str | None = None
    needs: Needs = "target"
    until: EffectKind | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording that stands at ``start:end``."""

    wording: DeedWording
    start: int
    end: int


ANOTHER_DECIDED = regexp(
    r"(?:(?:\ue000{4,44}|[0-9]{4}年[0-9]{1,2}月[^,。;:]{0,3}|此前|前期|[今去前]年[^,。;:]{0,6}),)?"
    r"[^,。;:\ue001]{0,30}\ue001{3,160}(?:\([^()]{0,60}\))?\s?(?:曾|已|此前|先前)?(?:(?:决定|规定|宣布|明确)(?:,|(?=自|从|对|将|于|在|暂停|废止))"
    r"|(?:将|把)(?![由被为于自从])[^,。;\ue001]{0,48}\ue001)"
    r"|(?:(?:\ue000{4,44}|[0-9]{4}年[0-9]{1,2}月[^,。;:]{0,3}|此前|前期|[今去前]年[^,。;:]{0,6}),)"
    r"[^,。;:\ue001]{0,20}(?:以|通过|发布了?|印发了?)[^,。;:\ue001]{0,10}\ue001{3,160}(?:\([^()]{0,60}\))?,(?:决定|宣布|规定|明确)"
)
"""How a sentence begins that tells what another act has decided."""
LEFT_ALONE = regexp(
    r"继续有效|不因本公告[^,。;]{0,8}(?:变|影响)|不作(?:调整|修改|变动)|予以保留|不受[^,。;]{0,12}影响|仍按|继续(?:执行|实施|适用)(?!至)|仍然有效|保持不变|届满|原定|予以维持"
    r"|\bremains?\s|\bunaffected\b|\bnot\s(?:be\s)?(?:affected|changed|touched)\b"
    r"|\bcontinues?\s(?:to\s(?:apply|have|be\sin)|in\sforce)|\bunchanged\b"
    r"|\bstays?\svalid\b"
)
"""What says that an act named in a clause is not moved by it."""
AS_REGARDS = regexp(
    r"\W{0,3}(?:[0-9]{1,2}[.)]\s)?(?:For|As\s(?:for|regards)|With\s(?:respect|regard)\sto|In\s(?:respect|the\scase)\sof"
    r"|Regarding|Concerning)\s(?:[a-z-]+\s){1,6}(?:listed|named|included|designated|specified|referred\sto|covered)\s"
    r"(?:in|by|under)\s(?:the\s)?(?:[A-Z][A-Za-z]+\s|of\s|and\s|the\s){0,10}"
)
"""How a clause begins by saying for whom, or for what, of an act it then decides."""

IN_BRACKET = regexp(r"\ue001\([^()]{0,60}$")
"""What before words says that they stand in a bracket behind an act, and tell of its past."""
UNTOUCHED = regexp(
    r"(?:(?:实施|执行|施行)?的?(?:期间|期限|时间))[^。;]{0,50}?不受[^,。;]{0,10}影响"
    r"|(?:实施|执行|施行|适用)?之?前(?=[,的已仍])"
    r"|(?:实施|执行|施行|适用)?的(?:各|有关|相关|全部)?(?:[条款项点]|条款|规定|措施|内容|部分)(?:之|当)?[中内里](?=,?[仅只唯惟])"
)
"""What behind a deed says that it is no news: ``暂停期间不受本公告影响``, ``暂停的各条中,仅…``."""
PAUSED_BY_ANOTHER = (
    r"(?:^|[。;\n])[^\ue000\ue001现决。;]{0,40}\ue001{3,160}(?:\([^()]{0,50}\))?(?:按照?|依照?|依据|根据|基于)[^,。;\ue001]{0,10}\ue001{3,160}"
    r"(?:\([^()]{0,50}\))?(?:的?(?:规定|决定|要求|安排))?[^,。;\ue000\ue001决]{0,4}"
    r"|现[处正]|正处于?|仍处于?|(?<![修更改订])正"
)
"""What right before a Chinese pause tells how things stand: ``第3号公告依据第5号公告暂停实施``."""
PART_FIRST = regexp(
    r"(?:[,;\s]{0,2}|\s?(?:[0-9]{1,2}[.、]|\([一二三四五六七八九十]{1,2}\))\s?)(?:其中的?|该(?:公告|通知|办法|规定))?(?:第[一二三四五六七八九十0-9]{1,3}[条款项点部]|附(?:件|表)\s?[0-9一二三四五]{1,2})"
)
"""How a clause begins that goes on with another part of the act that the sentence named."""
PAUSE_OF_THINGS = (
    r"(?:实施|执行|施行|适用|生效)?(?:状态|期[为是:至届自内中]|期间"
    r"|的(?:下列|以下|上述|前述|(?:各项)?(?:条款|公告|措施|规定|要求|物项)[中之,]))"
    r"|(?<=的暂停)[至到] ?\ue000{4,44}(?:为止|止|结束|届满|到期),不再"
)
"""What makes a pause a word of things, a state, or one of which an end is told."""
OF_GRACE = regexp(r"过渡期|宽限期|缓冲期|整改期|申报期|受理期|反馈期|征求意见|答辩|应诉")
"""Whose term is no life of an act: how long one may still do as before, or answer."""
OF_PAPERS = regexp(
    r"(?:许可证件?|许可文件|批件|批准文件|批复|证书|证明|登记证|通关单|合同|协议|订单)(?!制度|管理|措施|要求|规定)[^。;\n\ue001]{0,60}$"
    r"|\b(?:[Ll]icen[cs]es|[Aa]uthori[sz]ations|[Pp]ermits|[Cc]ertificates|[Rr]egistrations|[Cc]ontracts|[Aa]pprovals)\s"
    r"(?:already\s)?(?:issued|granted|obtained|held|concluded|signed|given)\b"
)
"""What before a longer or later day says that it is the day of papers issued under an act."""
FOR_NOW = regexp(
    r"\b(?:(?:until|till)\sfurther\s(?:notice|orders?|instructions?)|for\sthe\stime\sbeing|temporarily|for\san\sindefinite\speriod"
    r"|for\sthe\s(?:time|period)\s(?:given|stated|set|named|mentioned|shown|told))\b"
)
"""What says that an act which holds no more is to hold again, on a day that is not told."""
