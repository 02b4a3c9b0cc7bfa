"""How does an English speaker stand to what is said, in whatever words?

People deny, refuse to speak and do not know in ever new words, but of few things: what others
tell, that it is false, that nothing was decided, that one has not seen or heard it, that one does
not speak, that somebody else is to be asked, and that permits are given out. The rows are put
together of these. A row that is ``spoken`` counts only where somebody's words are told.
"""

from tracker.extraction.classes.stance_wording import StanceWording, in_any_case

_TALK = (
    r"(?:reports?|stor(?:y|ies)|claims?|rumou?rs?|accounts?|allegations?|suggestions?|assertions?|speculation|talk"
    r"|articles?|coverage|letters?|memos?|documents?|screenshots?|posts?|messages?|leaks?|descriptions?|headlines?|versions?|ideas?|notions?|hints?|impressions?|theor(?:y|ies))"
)
"""What others tell."""
_VERY = (
    r"(?:(?:an?|all|the|pure|plain|sheer|mere|complete|utter|total|simply|simple|entirely"
    r"|completely|wholly|totally|utterly|patently|just|flatly|somewhat|clearly)\s){0,3}"
)
_FALSE = (
    r"(?:false|untrue|wrong|mistaken|misleading|misguided|unfounded|groundless|baseless|inaccurate|incorrect|erroneous"
    r"|fabricat(?:ed|ions?)|forge(?:d|r(?:y|ies))|faked?|bogus|fictitious|fiction|inven(?:ted|tions?)|made[\s-]up|concocted|doctored|manipulated"
    r"|nonsens(?:e|ical)|rubbish|fantas(?:y|tical)|hoax(?:es)?|fairy[\s-]tales?|hearsay|hot\sair|myths?|lies?|absurd|exaggerated|garbled|distorted"
    r"|speculation|contrary\sto\s(?:the\s)?facts?|at\s(?:odds|variance)\swith\s(?:the\s)?(?:facts|truth|reality)|far\sfrom\s(?:the\s)?truth|without\s(?:any\s)?(?:basis|foundation|substance|merit)"
    r"|not\s(?:at\sall\s|in\sany\sway\s|even\s|quite\s)?(?:true|correct|accurate|so|right|the\scase|real|genuine|authentic|factual"
    r"|(?:in\sline|consistent|in\saccord(?:ance)?)\swith\s(?:the\s)?(?:facts|truth|reality)|based\son\sfacts?))\b"
)
"""That it is not so."""
_REBUTS = (
    r"(?:reject(?:ed|s|ing)|rebut(?:ted|s)|refut(?:ed|es|ing)|disput(?:ed|es|ing)|contradict(?:ed|s)|debunk(?:ed|s)|repudiat(?:ed|es)"
    r"|quash(?:ed|es)|rubbish(?:ed|es)|scotch(?:ed|es)|disavow(?:ed|s)|disown(?:ed|s)|discount(?:ed|s)|hits?\s(?:back|out)\sat|sho(?:t|ots)\sdown"
    r"|(?:brush|wav|laugh|shrug)(?:ed|es|s)\s(?:off|aside)|knock(?:ed|s)\sdown|bat(?:ted|s)\saway|push(?:ed|es)\sback\s(?:on|against)"
    r"|(?:pour(?:ed|s)|thr(?:ew|ows))\scold\swater\son|(?:scoff|laugh|sneer)(?:ed|s)\sat|ridicul(?:ed|es)|deride[sd]|denounce[sd]|gave\sthe\slie\sto|took\sissue\swith)"
)
_AUX = (
    r"(?:(?:has|have|had|did|do|does|is|are|was|were|will|would)(?:\snot|n['’]t)|(?:has|have"
    r"|had|was|were|will|would)\snever|cannot|(?<!\bor\s)never)"
)
_MOVED = (
    r"(?:suspend|lift|repeal|withdr[ae]w|postpone?|delay|revok|relax|eas(?:e|ed|ing)\b|cancel|scrap|abolish|chang|alter|amend|rescind|revers|loosen|tighten|waiv|terminat|halt|paus|resum|reinstat|agree|promis"
    r"|decid|intend|plan|propos|consider(?:ed|ing)?\b|issu|publish|sent\b|send\b|wr(?:ote|itten|ite)\b|sign(?:ed)?\b|authori[sz]|offer|up\sfor\b|on\sthe\stable|shift|shorten"
    r"|brought\sforward|put\s(?:off|back)|mov(?:e|ed|ing)\b|said\b|made\b|told\b|exist|contain|back\sdown|drop)\w*"
)
"""What may be done to rules, or said of them."""
_NOBODY = r"(?:nobody|no\sone|neither\s[^.;]{3,40}?)"
_HEAR = (
    r"(?:aware|familiar\swith|acquainted\swith|seen|heard?|see|read|come\sacross|briefed"
    r"|informed\sof|notified|in\s(?:the\s)?possession\sof|recogni[sz]e|looked\sat)"
)
_TIDINGS = (
    r"(?:indications?|evidence|knowledge|signs?|confirmation|records?|trace"
    r"|word(?!\sof\s(?:truth|it))|reports?|news|notice|notification|communication|intimation"
    r"|proof|inkling|idea)"
)
_SPEAK = (
    r"(?:comment(?:ed|ing)?(?:\s(?:on|about|further))?|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|elaborate[ds]?|speculat(?:e|ing)|disclose|reveal|discuss|expand|be\sdrawn|predict"
    r"|anticipate|prejudge|pre-?empt|add\b|go\s(?:into|beyond|further)|get\s(?:into|ahead)|say\s(?:more|anything|any|whether|when|how|if|which|much)|tell\syou|give\s(?:you\s)?(?:details|an?\s(?:date|answer|reason)|names|figures|reasons)|(?:speak|talk)\s(?:about|of|on|to|for))\b"
)
"""What somebody does who speaks of a matter."""
_OFFICE = (
    r"(?:departments?|authorit(?:y|ies)|ministr(?:y|ies)|offices?|websites?|colleagues"
    r"|agenc(?:y|ies)|bureau|customs|bod(?:y|ies)|commission|capitals?)"
)
_FILES = (
    r"\b(?:applications?|licen[cs]es?|permits?|permissions?|authori[sz]ations?|requests?|files|cases"
    r"|dossiers|approvals?|certificates?)\b"
)
_GIVEN = (
    r"\b(?:grant(?:ed|ing)?|approv(?:ed?|ing)|issued|issuing|cleared|licensed|decided|process(?:ed|ing)|handled|deal(?:t|s)?\swith|hand(?:ed|ing)\sout|given|giv(?:e|ing)|let|allowed"
    r"|examined|reviewed|authori[sz]ed|answered|completed|disposed\sof|waved\sthrough|admitted|go(?:es)?\sthrough|come\sthrough|through)\b"
)
_DEMANDED = (
    r"\b(?:shall|must|should|unless|until|without|requires?|required|subject\sto|needs?|no|not"
    r"|never|whether|if)\b"
)

NOT_HEARD = StanceWording(
    stance="not_confirmed",
    pattern=in_any_case(
        rf"(?:\b(?:not|never|nor|cannot)|n['’]t)\b(?:\s[\w'’]+){{0,3}}?\s{_HEAR}\b(?!\s(?:as|to\sit\b))"
        rf"|(?:\b(?:not|never|nor|cannot|un(?:able|willing)\sto)|n['’]t)\b(?:\s[\w'’]+){{0,3}}?\s(?:confirm(?:ed)?\b(?!\sor\s)|verif(?:y|ied)|check(?:ed)?|corroborated?|authenticated?|established?\swhether)"
        rf"|\b(?:have|has|had|with|got|is|was|see|seen|heard|received|found)\s(?:had\s|seen\s|received\s)?(?:no|not\s(?:any|an?))\s(?:[a-z]+\s){{0,2}}?{_TIDINGS}\b(?!\s(?:for|from\sme)\b)"
        r"|\b(?:know|knew|knows|heard?|seen|received)\s(?:absolutely\s|of\s)?nothing(?=\s(?:of|about|on|from|that)\b|[.,;\"”])|\bfirst\s(?:time\s)?(?:that\s)?(?:I|we|he|she|they)(?:['’]ve|\s(?:have|had))?\s(?:ever\s)?(?:hear|heard)"
        r"|\b(?:do|does|did)(?:\snot|n['’]t)\sknow\s(?:of|about|anything|where|whether)\b|\b(?:has|have|had)(?:\snot|n['’]t)\s(?:yet\s)?been\s(?:informed|notified|told|briefed|advised)\b"
        rf"|\bno\s(?:[a-z]+\s){{0,2}}?(?:notice|notification|word|letter|document|message|circular)s?\s(?:(?:has|have|had)\s(?:yet\s|so\sfar\s)?)?(?:reached|arrived|come|been\s(?:received|seen))\b|\bno\s(?:[a-z]+\s){{1,3}}?(?:has|have|had)\scome\sto\s(?:my|our|its|his|their|her)\s(?:attention|notice|knowledge)\b"
        r"|\bunaware\b|\bnews\sto\s(?:me|us|him|her|them)\b|\bunconfirmed\b|\b(?:nothing|no\s\w+)\s(?:on\s(?:record|file)|in\s(?:our|my|its)\s(?:files|records))\b"
        r"|\byet\sto\s(?:be\s(?:told|informed|notified|briefed)|see|hear|receive|learn|confirm|verify)\b"
        r"|\b(?:no\s(?:final\s|formal\s)?decision|nothing)\s(?:has|have|had)\s(?:yet\s|so\sfar\s|as\syet\s)?been\s(?:decided|made|taken|reached|settled|fixed|determined)\b"
    ),
    turned=in_any_case(
        r"\b(?:seen|read)\s(?:the|its|that|any)\s(?:full\s|original\s|official\s)?(?:text|original|wording)\b"
    ),
    examples=(
        "I have not come across that story.",
        "Nobody has seen it: we have no indication that this is so.",
        "No notice had reached them.",
        "At this stage nothing has been decided.",
    ),
)
DENIED = StanceWording(
    stance="denies",
    pattern=in_any_case(
        rf"(?:\b(?:is|are|was|were|be|been|being|as|it|that|proved?|remains?)|['’]s)\s{_VERY}[\"“'‘]?{_VERY}{_FALSE}(?!\s(?:to|for)\b)"
        rf"|\b(?:call|brand|label|term|dub|describ|dismiss|denounc|characteri[sz]|reject|decr|pronounc|declar)(?:e?s|e?d|ied|ing)\b(?:No\.|[^.;]){{0,120}}?\b{_VERY}{_FALSE}"
        rf"|^[\"“]{_VERY}{_FALSE}[,.!]"
        rf"|\b{_REBUTS}\s[^.;]{{0,60}}?\b(?:{_TALK}|that|having)\b|\b{_TALK}\s(?:was|were|has\sbeen|have\sbeen)\s(?:\w+\s)?{_REBUTS}\b"
        r"|(?<!\bbe\s)(?<!\bare\s)(?<!principle\s)(?<!generally\s)(?<!normally\s)(?<!usually\s)(?<!presumptively\s)(?<!\bnor\s)(?<!\bor\s)\bden(?:y|ies|ied)\b"
        r"(?!\s(?:in\sprinciple|entry|access|boarding|(?:\w+\s){0,3}?(?:licen|permi|appli|approv))|[^.;]{0,20}\b(?:nor|or)\sconfirm)"
        rf"|\b(?:is|are|was|were)\s(?:\w+\s)?denied\sby\b|\bdismissed\b"
        rf"|\b(?:nothing|not|never|no|n['’]t)\b[^.;]{{0,40}}?\b(?:of\s(?:the|that|this)\s(?:kind|sort)|like\sthat)\b"
        r"|\bno\ssuch\s(?!news|reports?\b|information|thing\sas)[a-z]+"
        r"|\b(?:do(?:es)?|did)(?:\snot|n['’]t)\s(?:hold\s(?:water|up)|stand\sup|exist|(?:square|accord|tally|agree|conform|correspond)\s(?:with|to))\b"
        r"|(?:^|[:;]\s|[\"“])(?:no|not\sat\sall|not\sso|(?:certainly|absolutely)\snot|on\sthe\scontrary)[.!]\s(?=\w)"
        r"|\bnot\s(?:what|how|the\sway)\b|\black(?:s|ed|ing)?\s(?:any|all|every)?\s?(?:basis|foundation|substance|truth|credibility|merit)\b|\bset(?:s)?\sthe\srecord\sstraight\b"
        r"|\bnot\sa\s(?:\w+\s)?(?:word|grain|shred)\s(?:of|in)\b|\bno(?:t\san?y)?\s(?:basis|foundation|truth|substance)\b"
    ),
    examples=(
        "The ministry branded the story a fabrication.",
        "The claim does not hold water.",
        "There is not a word of truth in it.",
        "The story has no basis.",
    ),
)
NOT_DONE = StanceWording(
    stance="denies",
    spoken=True,
    pattern=in_any_case(
        rf"\b{_AUX}\s(?:(?!says?\b|when\b|that\b|how\b)\w+\s){{0,3}}?{_MOVED}"
        r"|\b(?:no|not\s(?:any|an?)|n['’]t\s(?:any|an?)|never\s(?:\w+\s){0,2}an?y?|without\sany)\s(?:[a-z-]+\s){0,2}?(?:plans?|intentions?|agreements?(?!\son\s(?:when|what|how))|deals?|arrangements?"
        r"|commitments?|promises?|instructions?\sto|proposals?|decisions?|orders?|question\sof|thought\sof|changes?\s(?:to|of|in)|changes?\s(?:has|have|had|was|were|is|are)|reason\sto|(?<=there\sis\sno\s)(?:exemptions?|exceptions?|waivers?|suspension|delay|ban|rollback))\b(?!\sfor\s(?:comment|now))"
        r"|\bno\s(?:[a-z]+\s){1,4}(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen)\s(?:being\s)?(?:suspended|lifted|repealed|withdrawn|postponed|revoked|eased|granted|promised|prepared|considered|planned|drafted|changed)\b"
        r"|\bn(?:one|othing)\s(?:will\sbe|has\sbeen|is\sbeing|has|is)\s(?:\w+\s)?(?:changed|lifted|suspended|planned|prepared|agreed|withdrawn|eased|decided|true)\b"
        r"|\bsome(?:body|one)\s(?:has\s|had\s)?(?:invented|made|forged|faked)\b"
    ),
    examples=(
        "The schedule has not been altered.",
        "China has no intention of reinstating the notice.",
        "We have never agreed to that.",
    ),
)
SAYS_NOTHING = StanceWording(
    stance="no_comment",
    pattern=in_any_case(
        rf"\b(?:not|never|cannot|declin(?:e[ds]?|ing)\sto|refus(?:e[ds]?|ing)\sto|unable\sto|unwilling\sto|without|avoid(?:ed|s)?|{_NOBODY})\b(?:\s[\w'’]+){{0,4}}?\s{_SPEAK}"
        rf"|n['’]t\b(?:\s[\w'’]+){{0,4}}?\s{_SPEAK}"
        r"|\b(?:no|without)\s(?:[a-z]+\s){0,2}?(?:(?:further|more|additional)\s(?:[a-z]+\s)?(?:information|details?|news)|information\b|comments?\b(?!\speriod)|repl(?:y|ies)|responses?|answers?|details\sto|updates?)\b(?!\s(?:is|are)\s(?:required|needed))"
        r"|\bnothing\s(?:more\s|further\s|else\s|new\s)?(?:(?:that\s)?(?:I|we)\s(?:can|could|may|would|wish)|(?:for\syou|to\s(?:add|say|share|tell|announce|offer|report|give)))\b|\bhave\snothing\b"
        r"|\b(?:unanswered|unreturned|tight-lipped)\b|\b(?:kept|stayed|remained|keeping)\s(?:silent|quiet|mum)\b|\bsilence\b|\b(?:not|never|n['’]t)\s(?:be(?:en)?\s|immediately\s)*(?:returned|reached\sfor|available(?=\s(?:for|to)\s(?:comment|speak|answer)|[.,;]))\b"
        r"|\b(?:ask\sme\sagain|(?:come|get|report|be)\sback\s(?:to\s(?:you|that|this)|on\s(?:that|this))|at\sa\slater\s(?:date|stage|time)|(?:another|some\sother)\s(?:day|time|occasion))\b"
        r"|\b(?:pass|forward|hand|kick)(?:ed|es|s)\s(?:the|our|that|all|this)\s(?:questions?|quer(?:y|ies)|requests?|inquir(?:y|ies)|enquir(?:y|ies))\b"
        r"|\b(?:suggest|advise|recommend|encourage|invite|urge)\s(?:that\s)?(?:you|everyone|companies|reporters)\s(?:to\s)?(?:read|consult|look|see|check|study|wait|follow)\b"
        r"|\b(?:calls?|messages?|e-?mails?|phones?|fax|letters?|questions?|requests?|quer(?:y|ies))\b[^.;]{0,40}?\b(?:no\s(?:reply|answer|response)|without\s(?:an?\s)?(?:reply|answer|response)|rang\sout|engaged|busy)\b"
        rf"|\b{_NOBODY}\b[^.;]{{0,60}}?\b(?:return|answer|pick|repl|respond|react|took|reach|would\ssay)\w*"
        rf"|\b{_NOBODY}\b[^.;]{{0,60}}?\bavailable\b|\bcould\snot\s(?:immediately\s)?be\sreached\b|\bhung\sup\b|\b(?:would|could|will|can)\sonly\ssay\b|\b(?:all|that\sis\sall)\s(?:that\s)?I\s(?:can|will)\ssay\b"
        r"|\b(?:refer|direct|point|redirect|steer)(?:red|ed|s)?\s(?:you|us|reporters|questions|queries|inquiries|requests|callers|journalists|him|her|them|this\s\w+)\b"
        rf"|\b(?:ask|consult|contact|address|turn\sto|look\sto|speak\sto|talk\sto|write\sto|apply\sto|check\swith|(?:put|direct)\s[^.;]{{0,30}}?\sto)\s(?:the\s|your\s|our\s|its\s|their\s)?(?:[a-z]+\s){{0,2}}?{_OFFICE}\b"
        rf"|\bquestions?\s(?:[a-z]+\s){{0,4}}(?:are|is|would|should|must)\s(?:[a-z]+\s){{0,2}}?(?:put|addressed|directed|asked|go|to)\b"
        rf"|\b(?:is|are|be)\s(?:an?\s)?(?:matter|question|issue|one)s?\s(?:for|that\sonly)\s(?:the\s|our\s)?(?:[a-z]+\s){{0,3}}?{_OFFICE}"
        r"|\b(?:leave|left)\s(?:it|that|this)\s(?:there|at\sthat|to)\b|\bspeaks?\sfor\s(?:itself|themselves)\b|\bnothing\sbeyond\b|\b(?:too\s(?:early|soon)\sto|premature)\b|\bhypothetical\b"
        r"|\b(?:rather|prefer|refrain)\s(?:not\s(?:to\s)?|from\s)(?:say|comment|speak|answer|go|prejudg|speculat)"
        r"|\b(?:if|when|once|as\ssoon\sas)\s(?:there\s(?:is|are)|we\shave|I\shave)\s[^.;]{0,20}?\b(?:news|information|updates?|developments?|any\w+|some\w+|more)\b"
        r"|\b(?:will|shall|to|announc\w*|publish\w*|inform\w*|notif\w*|releas\w*|decid\w*)\b[^.;]{0,80}?\bin\s(?:due\s(?:course|time)|good\stime|a\stimely\smanner)\b|\bwhen\sthe\stime\s(?:comes|is\sripe)\b"
        r"|\b(?:question|matter|issue|point|this|that|it|request|suggestion|proposal|everything|controls?|rules?|notices?)\s(?:is|are|remains?|stays?|keep(?:s|t)?)\s(?:[a-z]+\s){0,4}?(?:under\s(?:[a-z]+\s)?(?:study|consideration|review|examination|discussion)|being\s(?:studied|looked\sinto|examined|worked\son))\b"
        r"|\b(?:keep|kept)\s(?:[a-z]+\s){0,4}under\s(?:[a-z]+\s)?review\b|\banswered\sthat\b|\b(?:not\s|in)appropriate\sto\b"
        r"|\bneither\sconfirm(?:ed|s)?\snor\sden(?:y|ied|ies)\b|\bconfirm\sor\sdeny\b|\b(?:work|preparations?)\s(?:on\s\w+\s)?(?:is|are)\s(?:in\shand|under\sway|in\sprogress|going\son)\b"
        r"|\b(?:stated|explained|expressed|repeated|set\sout|made\s(?:clear|known))\s(?:our|its|China['’]s|the)\sposition\b|\bposition\s(?:on\s[^.;]{2,40}\s)?(?:has\sbeen|is)\s(?:[a-z]+\s){0,2}?(?:clear|consistent|stated|well\sknown|made\s(?:very\s)?(?:clear|known))\b"
        r"|\bplease\s(?:see|consult|visit|check|stay\stuned|follow|refer\sto|wait\sfor|pay\sattention)\b"
        rf"|\b(?:declin|refus)(?:e|es|ed|ing)\s(?:to\s(?:comment|say|name|explain|give|identify|confirm|provide|be)|(?:all\s)?(?:comment|requests?|interviews?))\b"
    ),
    turned=in_any_case(
        r"\b(?:announcement|notice|rule|regulation|order|text|document|licen[cs]e|article|circular|act)s?\s(?:itself\s|No\.\s[0-9]+\s)?(?:do|did|does|has|have|had)(?:n't|\snot)\b"
    ),
    examples=(
        "I have no information on that.",
        "Our calls to the ministry went unanswered.",
        "That question is still under study.",
        "The Commission refused to be drawn.",
    ),
)
GIVEN_OUT = StanceWording(
    stance="practice",
    spoken=True,
    pattern=in_any_case(
        rf"(?:{_FILES}|\b(?:of\sthem|those|these|them)\b)[^.;]{{0,100}}?{_GIVEN}|{_GIVEN}[^.;]{{0,60}}?{_FILES}"
        rf"|\b(?:{_FILES}|answers?|decisions?)\b[^.;]{{0,60}}?\b(?:in|within|after|takes?|took)\s(?:[\w-]+\s){{0,4}}?(?:days|weeks|months|a\s(?:fortnight|month|week))\b"
        rf"|\b(?:takes?|took|within|average)\b[^.;]{{0,40}}?\b(?:days|weeks|months|fortnight)\b[^.;]{{0,40}}?{_FILES}"
        rf"|\b(?:in\spractice|so\sfar|as\sa\srule)\b[^.;]{{0,80}}?{_FILES}|\b(?:some|many|most|several|a\sfew|[0-9]+|all)\s(?:of\s\w+\s)?(?:has|have)\s(?:already\s|now\s)?been\s(?:issued|granted|approved|given|cleared|licensed)\b"
        r"|\bappl(?:ied|icants?)\b[^.;]{0,60}?\b(?:have|got|received|hold|expect)\b|\bcase[\s-]by[\s-]case\b|\bone\sby\sone\b"
    ),
    turned=in_any_case(_DEMANDED),
    examples=(
        "Permits are examined one by one, and those that satisfy the rules are granted.",
        "Three in four applications were decided within a month last year.",
        "On average it takes 32 working days to obtain an authorisation.",
    ),
)
