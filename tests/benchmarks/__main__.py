"""``python -m tests.benchmarks [EFFECTS]`` prints the table of costs (default: a million)."""

import sys

from tests.benchmarks import (
    appending,
    asking,
    checking,
    crowding,
    digesting,
    polling,
    reading,
    showing,
    standing_beside,
)
from tests.benchmarks.measuring import HEADING


def main() -> None:
    """Print the table, a row as soon as it is measured."""
    effects = int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else 1_000_000
    print(HEADING)
    for row in appending.rows():
        print(row, flush=True)
    for row in polling.rows():
        print(row, flush=True)
    for row in reading.rows():
        print(row, flush=True)
    for row in asking.small_rows():
        print(row, flush=True)
    for row in digesting.rows():
        print(row, flush=True)
    for row in standing_beside.rows():
        print(row, flush=True)
    for row in checking.rows():
        print(row, flush=True)
    for row in showing.rows():
        print(row, flush=True)
    for row in crowding.rows():
        print(row, flush=True)
    for row in asking.rows(measures=effects // 10, effects=effects):
        print(row, flush=True)


if __name__ == "__main__":  # a spawned server imports this module too
    main()
