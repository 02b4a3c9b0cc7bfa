"""The review on each engine: decisions are taken once, and looked-up answers equal listed ones."""

import threading
from datetime import date
from pathlib import Path

import pytest

from tests.e2e.commands import write_jsonl
from tests.e2e.notices import suspension
from tracker import open as open_tracker
from tracker.application.answers.query import Filter
from tracker.application.desk.adding import Brought
from tracker.domain.facts import SourceAdded
from tracker.errors import ReviewError
from tracker.facade import Tracker

ACT = "cn/mofcom/2025/18"
RULES = (
    {"type": "instrument", "id": ACT, "jurisdiction": "CN", "timezone": "Asia/Shanghai",
     "issuers": ["MOFCOM", "GACC"], "number": "商务部 海关总署公告2025年第18号",
     "announced_at": "2025-04-04", "issued_on": "2025-04-04"},
    {"type": "instrument", "id": "cn/mofcom/2025/61", "jurisdiction": "CN",
     "timezone": "Asia/Shanghai", "announced_at": "2025-10-09"},
    *({"type": "measure", "id": f"{ACT}#{part}", "terms": {"elements": ["Dy"]}}
      for part in ("i", "ii", "iii")),
    {"type": "measure", "id": "cn/mofcom/2025/61#i", "terms": {"elements": ["Sm"]}},
    *({"type": "effect", "kind": "impose", "affecting": act, "affected": [act],
       "from": "2025-11-01", "announced_at": "2025-10-10"}
      for act in (ACT, "cn/mofcom/2025/61")),
)  # fmt: skip


@pytest.fixture
def prepared(database: str, tmp_path: Path) -> str:
    with open_tracker(database) as tracker:
        tracker.import_([write_jsonl(tmp_path / "rules.jsonl", *RULES)])
        tracker.choose_policy("person", by="Ann")
        tracker.sources.add(
            SourceAdded(
                id="mofcom",
                url="https://mofcom.example/feed.xml",
                authority="issuer",
                jurisdiction="CN",
                timezone="Asia/Shanghai",
            )
        )
    return database


def _add(tracker: Tracker, number: int) -> str:
    brought = Brought(
        body=suspension(number).encode(),
        content_type="text/plain; charset=utf-8",
        source="mofcom",
        published=date(2026, 10, 30),
    )
    added = tracker.adding.add(brought, by="Ann")
    assert added.proposal is not None
    return added.proposal


def test_of_many_at_once_one_decides(prepared: str) -> None:
    with open_tracker(prepared) as tracker:
        proposal = _add(tracker, 931)
    start, told = threading.Barrier(4), list[str]()

    def decide(name: str) -> None:
        with open_tracker(prepared) as tracker:
            seen = tracker.review.proposal(proposal).steps
            start.wait()
            try:
                if name in ("Ann", "Bob"):
                    tracker.review.accept(proposal, by=name, seen=seen)
                else:
                    tracker.review.reject(proposal, by=name, reason="no", seen=seen)
            except ReviewError as error:
                told.append(str(error))

    people = [threading.Thread(target=decide, args=(name,)) for name in ("Ann", "Bob", "Cy", "Di")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(told) == 3
    assert all("nothing was recorded" in sentence for sentence in told)
    with open_tracker(prepared) as tracker:
        assert not tracker.review.proposal(proposal).open
        assert tracker.rebuild().equal
        tracker.verify()


def test_a_looked_up_answer_carries_what_the_list_carries(prepared: str) -> None:
    everything = Filter(statuses=())
    with open_tracker(prepared) as tracker:
        first, second = _add(tracker, 931), _add(tracker, 932)
        tracker.review.reject(first, by="Ann", reason="no")
    with open_tracker(prepared) as tracker:
        looked_up = {
            measure: tracker.status(measure).pending_review
            for measure in (f"{ACT}#i", f"{ACT}#iii", "cn/mofcom/2025/61#i")
        }
        listed = {rule.answer.measure: rule for rule in tracker.rules(everything).rules}
        for measure, pending in looked_up.items():
            assert pending == listed[measure].pending_review
        assert [item.proposal for item in looked_up[f"{ACT}#i"]] == [second]
        assert looked_up["cn/mofcom/2025/61#i"] == ()
