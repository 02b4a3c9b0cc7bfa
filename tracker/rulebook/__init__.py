"""How are the files of a field and its rulebook read, and what is wrong with them?"""

from tracker.rulebook.field_file import load_field
from tracker.rulebook.load import load_rulebook

__all__ = ["load_field", "load_rulebook"]
