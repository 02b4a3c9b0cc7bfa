"""What becomes of the entries of a Chinese technology catalogue, however the list is laid out."""

import pytest

from tests.unit.extraction.test_extract import read

X = "商务部公告2025年第921号"


def _effects(body):
    return read(
        "商务部公告2026年第977号\n关于调整目录的公告\n\n经研究，现公告如下：\n\n"
        f"{body.replace('[X]', X)}\n\n特此公告。\n\n商务部\n2026年5月12日\n"
    ).effects


def _entries(effect):
    keys = ("entries_removed", "entries_added", "entries_changed")
    return tuple(effect.terms.get(key, []) for key in keys)


OUT, IN, NEW = "083914X", "083918X", "083919X"


@pytest.mark.parametrize(
    "body",
    [
        f"[X]公布的目录：删除编号{OUT}条目，新增编号{IN}条目，编号{NEW}的控制要点增加“回收”一项。自2026年6月1日起施行。",
        f"自2026年6月1日起，编号{OUT}的条目从[X]公布的目录中移除，编号{IN}的条目补入该目录，编号{NEW}更名。",
        f"对[X]公布的技术目录作如下调整：\n（一）{OUT} 光纤技术，删除；\n"
        f"（二）{IN} 量子技术，新增；\n"
        f"（三）{NEW} 增材制造技术，修改控制要点。\n自2026年6月1日起施行。",
        f"对[X]公布的技术目录作如下调整：\n删除：\n{OUT} 光纤技术\n"
        f"新增：\n{IN} 增材制造技术\n修改：\n{NEW} 量子技术\n"
        "自2026年6月1日起施行。",
        f"[X]公布的目录调整如下，2026年6月1日起执行：\n\n编号|技术名称|调整情况\n{OUT}|光纤技术|移出\n"
        f"{IN}|量子技术|新增\n{NEW}|增材制造技术|修改名称",
        f"一、从[X]公布的技术目录中撤下光纤技术（编号{OUT}）。\n二、目录内添加量子技术（编号{IN}）。\n"
        f"三、编号{NEW}改称“增材制造技术”。\n四、以上改动自2026年6月1日起生效。",
    ],
)
def test_each_entry_is_moved_as_its_own_clause_says(body) -> None:
    found = _effects(body)
    assert [(one.affected, str(one.from_), _entries(one)) for one in found] == [
        (("cn/mofcom/2025/921",), "2026-06-01", ([OUT], [IN], [NEW]))
    ]


def test_entries_that_a_catalogue_no_longer_lists_end_no_act() -> None:
    found = _effects(f"编号{OUT}、{IN}两项，自2026年6月1日起不再列于[X]公布的技术目录。")
    assert [(one.kind, _entries(one)) for one in found] == [("amend", ([OUT, IN], [], []))]


def test_entries_of_two_points_begin_on_their_own_days() -> None:
    found = _effects(
        f"现公布对《限制出口技术目录》（{X}）的调整：\n一、自公告发布之日起六十日后，新增下列条目：\n"
        f"1. {IN} 磁材工艺。控制要点：（1）使重稀土用量低于0.8%的。\n"
        f"二、即日起，移除下列条目：\n{OUT} 陶瓷配方。\n"
        f"三、{NEW}维持原控制要点不变。"
    )
    assert [(str(one.from_), _entries(one)) for one in found] == [
        ("2026-07-11", ([], [IN], [])),
        ("2026-05-12", ([OUT], [], [])),
    ]
    assert [one["value"] for one in found[0].terms["thresholds"]] == ["0.008"]


@pytest.mark.parametrize("words", ["改列", "的编号相应调整为", "由限制类转入禁止类，编号改为"])
def test_an_entry_with_a_new_number_goes_and_comes(words) -> None:
    found = _effects(f"自2026年6月1日起，[X]公布的目录中{OUT}{words}083914J。")
    assert [_entries(one) for one in found] == [([OUT], ["083914J"], [])]


@pytest.mark.parametrize(
    "words",
    ["由“直径大于4英寸”改成“直径大于3英寸”", "由直径大于4英寸调整为直径大于3英寸",
     "，原文“直径大于4英寸”，现文“直径大于3英寸”"],
)  # fmt: skip
def test_the_old_limit_of_an_entry_is_no_limit(words) -> None:
    found = _effects(f"[X]公布的目录中，{NEW}控制要点第2点{words}，自2026年6月1日起执行。")
    assert [one["value"] for one in found[0].terms["thresholds"]] == ["3"]
    assert found[0].affected == ("cn/mofcom/2025/921",)


@pytest.mark.parametrize(
    "sentence",
    [
        f"有企业建议将{OUT}从[X]公布的目录中移除，商务部正在研究。",
        f"申请出口[X]公布的目录中{OUT}所列技术的，应当提交材料。",
    ],
)
def test_entries_only_spoken_of_are_not_moved(sentence) -> None:
    assert _effects(sentence) == ()
