"""Where do the templates and the data that ship with the program lie?"""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent


def _in_checkout() -> bool:
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "templates").is_dir()


def data(name: str) -> Traversable:
    """Return the shipped folder or file ``name``, such as ``templates/digest`` or ``db/rulebook``.

    In a checkout it is the folder beside the package, in an installed wheel the package's own data.
    """
    if _in_checkout():
        return _CHECKOUT.joinpath(*name.split("/"))
    return resources.files("tracker").joinpath("_data", *name.split("/"))
