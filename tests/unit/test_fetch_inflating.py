"""Are bodies unpacked right, and is no bomb ever unpacked?"""

import gzip
import tracemalloc
import zlib

import pytest

from tracker.feeds.inflating import GarbledError, TooLargeError, take_in

WORDS = "商务部公告2025年第61号 ".encode() * 500


def pieces(data, size=7):
    return [data[i : i + size] for i in range(0, len(data), size)]


def raw_deflate(data):
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("", WORDS),
        ("identity", WORDS),
        ("gzip", gzip.compress(WORDS, mtime=0)),
        ("GZIP", gzip.compress(WORDS, mtime=0)),
        ("x-gzip", gzip.compress(WORDS[:100], mtime=0) + gzip.compress(WORDS[100:], mtime=0)),
        ("deflate", zlib.compress(WORDS)),
        ("deflate", raw_deflate(WORDS)),
    ],
)
def test_a_body_comes_out_as_it_was_however_it_is_cut(encoding, sent):
    for size in (1, 7, 100_000):
        assert take_in(pieces(sent, size), encoding=encoding, limit=len(WORDS)) == WORDS


def test_a_bomb_is_stopped_without_filling_the_memory():
    bomb = gzip.compress(bytes(300_000_000), 9)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        take_in([bomb], encoding="gzip", limit=1_000_000)
    assert tracemalloc.get_traced_memory()[1] < 8_000_000
    tracemalloc.stop()


def test_too_many_plain_bytes_are_refused_while_they_come():
    def endless():
        while True:
            yield b"x" * 1000

    with pytest.raises(TooLargeError):
        take_in(endless(), encoding="", limit=10_000)


@pytest.mark.parametrize(
    ("encoding", "sent", "says"),
    [
        ("br", WORDS, "not asked for"),
        ("gzip, gzip", gzip.compress(WORDS, mtime=0), "not asked for"),
        ("gzip", WORDS, "cannot be unpacked"),
        ("gzip", gzip.compress(WORDS, mtime=0)[:-20], "cut off"),
    ],
)
def test_damaged_or_unknown_packing_is_told_in_words(encoding, sent, says):
    with pytest.raises(GarbledError, match=says):
        take_in([sent], encoding=encoding, limit=10_000_000)


def test_an_empty_packed_body_is_empty():
    assert take_in([], encoding="gzip", limit=10) == b""
