"""In which wordings do texts name the number of an act?

Tables, a row a wording. Patterns are read on folded text (`tracker.extraction.folding`): plain
digits, square brackets, simplified characters. Every repetition has a bound, so that reading takes
time in proportion to the text. A test runs every example of every row.
"""

from tracker.extraction.wording import Wording
from tracker.extraction.wordings_chinese import CHINESE
from tracker.extraction.wordings_english import ELSEWHERE, ENGLISH

WORDINGS: tuple[Wording, ...] = CHINESE + ELSEWHERE + ENGLISH
"""In the order of precedence where two rows read the same words."""
