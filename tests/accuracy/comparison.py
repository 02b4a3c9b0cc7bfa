"""How far does an answer agree with the gold of its document?"""

from collections.abc import Iterable, Iterator
from typing import Any

from tests.accuracy.labelled import Document, Record, evidence_of
from tests.accuracy.matching import Pairing, moving, paired, plain, same_party
from tests.accuracy.tallies import Score, Tally
from tests.accuracy.values import (
    Same,
    day_of,
    listed,
    same_threshold,
    same_value,
    with_alternatives,
)

_LISTS = (
    ("codes", "control_codes"),
    ("codes", "hs_codes"),
    ("elements", "elements"),
    ("destinations", "destinations"),
)


def compared(document: Document, answer: Record) -> Score:
    """Return what agrees and what differs between ``answer`` and the gold of ``document``."""
    comparison = _Comparison(document, answer)
    comparison.heading()
    comparison.records()
    comparison.quotes()
    comparison.asides()
    return Score(comparison.tallies, tuple(comparison.lines))


def unread(document: Document, sentence: str) -> Score:
    """Return the score of a document on which the command failed: everything is missed."""
    score = compared(document, {"class": "failed", "instrument": {"id": "?"}})
    score.tallies["failures"].extra += 1
    return Score(score.tallies, (f"not read: {sentence}", *score.differences))


class _Comparison:
    def __init__(self, document: Document, answer: Record) -> None:
        self.document, self.gold, self.answer = document, document.gold, answer
        self.hints = document.hints
        self.tallies = Score.empty().tallies
        self.lines: list[str] = []

    def heading(self) -> None:
        """Compare the class, the id and the day of issue."""
        fair = self.hints.get("class_ok", [self.gold["class"]])
        self._share("class", self.answer.get("class") in fair, fair[0], self.answer.get("class"))
        meant = self.gold.get("instrument") or {}
        read = self.answer.get("instrument") or {}
        ids = [meant.get("id"), *self.hints.get("id_ok", ())]
        if self.hints.get("degrades"):
            ids.append(None)
        if any(ids) or read.get("id"):
            self._share("instrument", read.get("id") in ids, ids[0], read.get("id"))
        if meant.get("issued_on") and not (self.hints.get("degrades") and not read.get("id")):
            days = [meant["issued_on"], *self.hints.get("issued_on_ok", ())]
            self._share("issued_on", read.get("issued_on") in days, days[0], read.get("issued_on"))

    def records(self) -> None:
        """Compare measures and effects: what they touch, when, and on which terms."""
        pairing = paired(self.gold, self.answer)
        if self.gold["class"] != "act":
            self.tallies["false_effects"].extra += len(pairing.read)
        if self.hints.get("degrades") and not pairing.read:
            return
        self._targets(pairing)
        for place, meant in enumerate(pairing.meant):
            partners = pairing.read_for(place)
            self._days(meant, partners)
            self._terms(meant, partners)
        for record in pairing.unpaired:
            nothing: Record = {"affected": record.get("affected"), "kind": None}
            self._days(nothing, (record,))
            self._terms(nothing, (record,))

    def quotes(self) -> None:
        """Look every quote of the answer up at its offsets."""
        texts = [*self.document.texts.values()]
        if isinstance(self.answer.get("text"), str):
            texts.append(self.answer["text"])
        for item in evidence_of(self.answer):
            quote, start, end = item.get("quote"), item.get("start"), item.get("end")
            there = bool(quote) and any(text[start:end] == quote for text in texts)
            self._share("evidence", there, quote, f"[{start}:{end}]")
        for record in moving(self.answer):
            if not record.get("evidence"):
                self._share("evidence", False, "a quote", f"none for {record.get('affected')}")

    def asides(self) -> None:
        """Compare links and claims, and count effects on acts that are only mentioned."""
        meant = {(link["kind"], plain(link["to"])) for link in self.gold.get("links") or ()}
        read = {
            (link.get("kind"), plain(str(link.get("to"))))
            for link in self.answer.get("links") or ()
        }
        fair = {(kind, to) for kind, to in read if kind == "cites"} | {
            (link["kind"], plain(link["to"])) for link in self.hints.get("links_ok", ())
        }
        self._set("links", meant, read, fair, "")
        for claim in self.gold.get("claims") or ():
            self._share("claims", self._claimed(claim), claim["text"], claim["stance"])
        if "claims_max" in self.hints:
            least, most = self.hints.get("claims_min", 0), self.hints["claims_max"]
            count = len(self.answer.get("claims") or ())
            self._share("claim_counts", least <= count <= most, f"{least} to {most}", count)
        for name in self.hints.get("forbidden", ()):
            touched = [
                target
                for record in moving(self.answer)
                for target in record.get("affected") or ()
                if target.partition("#")[0] == name
            ]
            self.tallies["forbidden"].extra += len(touched)
            self.lines.extend(f"forbidden: an effect on {target}" for target in touched)

    def _targets(self, pairing: Pairing) -> None:
        tally = self.tallies["effects"]
        tally.right += len(pairing.pairs)
        for unit in pairing.missed:
            record = pairing.meant[unit.record]
            if record.get("scoring", {}).get("optional"):
                continue
            tally.missed += 1
            self.lines.append(f"effects: missed {record['kind']} {unit.target}")
        for unit in pairing.extra:
            tally.extra += 1
            read = pairing.read[unit.record]
            told = f"{read.get('kind')} {unit.target} {read.get('parties') or ''}"
            self.lines.append(f"effects: too much: {told}")

    def _days(self, meant: Record, partners: tuple[Record, ...]) -> None:
        hints = meant.get("scoring", {})
        if hints.get("optional") and not partners:
            return
        for key in ("from", "through", "basis"):
            fair = [meant[key], *hints.get(f"{key}_ok", ())] if key in meant else []
            given = list(dict.fromkeys(day_of(record.get(key)) for record in partners))
            if key == "through":
                fair, given = fair if any(fair) else [], [day for day in given if day]
                if None in hints.get("through_ok", ()) and not given:
                    continue
            row = "basis" if key == "basis" else "dates"
            self._set(row, set(fair[:1]), set(given), set(fair[1:]), _of(meant, partners))

    def _terms(self, meant: Record, partners: tuple[Record, ...]) -> None:
        terms, hints = meant.get("terms") or {}, meant.get("scoring", {})
        if hints.get("optional") and not partners:
            return
        where = _of(meant, partners)
        for row, key in _LISTS:
            read = set(listed(partners, key))
            fair = set(hints.get(f"{key}_ok", ()))
            wanted = set(terms.get(key, ()))
            if hints.get(f"{key}_optional"):
                fair, wanted = fair | wanted, wanted & read
            self._set(row, wanted, read, fair, where)
        requirement = [terms.get("requirement"), *hints.get("requirement_ok", ())]
        read = {str(part["terms"]["requirement"]) for part in partners if _has(part, "requirement")}
        self._set(
            "requirement", set(filter(None, requirement[:1])), read, set(requirement[1:]), where
        )
        self._parties(meant, partners, where)
        self._presence(terms, hints, partners, where)
        alternatives = hints.get("thresholds_alt", ())
        for row, same in (("thresholds", same_value), ("named_thresholds", same_threshold)):
            self._bag(
                row,
                list(terms.get("thresholds", ())),
                listed(partners, "thresholds"),
                with_alternatives(same, alternatives),
                where,
                hints.get("thresholds_optional", ()),
            )

    def _parties(self, meant: Record, partners: tuple[Record, ...], where: str) -> None:
        wanted = [*(meant.get("parties") or ()), *(meant.get("terms") or {}).get("parties", ())]
        named = [name for record in partners for name in record.get("parties") or ()]
        read = list(dict.fromkeys([*named, *listed(partners, "parties")]))
        self._bag("parties", wanted, read, same_party, where)

    def _presence(
        self, terms: Record, hints: Record, partners: tuple[Record, ...], where: str
    ) -> None:
        for row, key in (("exemptions", "exemptions"), ("end_uses", "end_use")):
            wanted = {key} if terms.get(key) else set()
            read = {key} if listed(partners, key) else set()
            self._set(row, wanted, read, {key} if hints.get(f"{key}_optional") else set(), where)

    def _claimed(self, claim: Record) -> bool:
        for other in self.answer.get("claims") or ():
            told = [str(other.get("text", "")), *(str(e.get("quote")) for e in evidence_in(other))]
            near = any(claim["text"] in one or (one and one in claim["text"]) for one in told)
            if near and other.get("stance") == claim["stance"]:
                return True
        return False

    def _share(self, row: str, right: bool, meant: object, read: object) -> None:
        self.tallies[row].add(Tally(right=int(right), missed=int(not right)))
        if not right:
            self.lines.append(f"{row}: gold {meant!r}, read {read!r}")

    def _set(self, row: str, meant: set[Any], read: set[Any], fair: set[Any], where: str) -> None:
        """Count sets; a fair other reading may replace what was meant, or stand beside it."""
        right = meant & read
        missed = meant - read
        extra = read - meant - fair
        if row in ("dates", "basis", "requirement") and missed and read & fair:
            right, missed = meant, set()
        self._count(row, len(right), missed, extra, where)

    def _bag(
        self, row: str, meant: list[Any], read: list[Any], same: Same, where: str,
        fair: Iterable[Any] = (),
    ) -> None:  # fmt: skip
        rest, missed = list(read), []
        for wanted in meant:
            partner = next((given for given in rest if same(wanted, given)), None)
            if partner is None:
                missed.append(wanted)
            else:
                rest.remove(partner)
        extra = [given for given in rest if not any(same(wanted, given) for wanted in fair)]
        self._count(row, len(meant) - len(missed), missed, extra, where)

    def _count(
        self, row: str, right: int, missed: Iterable[Any], extra: Iterable[Any], where: str
    ) -> None:
        lost, more = list(missed), list(extra)
        self.tallies[row].add(Tally(right=right, missed=len(lost), extra=len(more)))
        if lost:
            self.lines.append(f"{row}: {where} missed {_told(lost)}")
        if more:
            self.lines.append(f"{row}: {where} too much {_told(more)}")


def evidence_in(record: Record) -> Iterator[Record]:
    """Yield the evidence of one record."""
    yield from record.get("evidence") or ()


def _of(meant: Record, partners: tuple[Record, ...]) -> str:
    affected = meant.get("affected") or next(iter(partners), {}).get("affected") or ("?",)
    return str(affected[0])


def _told(items: list[Any]) -> str:
    return ", ".join(sorted(str(item) for item in items))


def _has(record: Record, key: str) -> bool:
    return bool((record.get("terms") or {}).get(key))
