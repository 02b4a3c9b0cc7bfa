"""How is a number written with the noun that it counts?"""


def number_of(count: int, one: str, many: str | None = None) -> str:
    """Write ``1 rule`` or ``1200 rules``; ``many`` stands for what takes more than an s."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"
