"""In which wordings do texts name the number of an act?

Tables, a row a wording. Patterns are read on folded text (`tracker.extraction.spelling.folding`):
plain digits, square brackets, simplified characters. Every repetition has a bound, so that reading
takes time in proportion to the text. A test runs every example of every row.
"""

from tracker.extraction.names.wording import Wording
from tracker.extraction.names.wordings_american import AMERICAN
from tracker.extraction.names.wordings_chinese import CHINESE
from tracker.extraction.names.wordings_english import ELSEWHERE, ENGLISH
from tracker.extraction.names.wordings_european import EUROPEAN
from tracker.extraction.names.wordings_gazettes import GAZETTES
from tracker.extraction.names.wordings_nations import NATIONAL
from tracker.extraction.names.wordings_union import UNION

WORDINGS: tuple[Wording, ...] = (
    CHINESE + AMERICAN + UNION + ELSEWHERE + GAZETTES + NATIONAL + EUROPEAN + ENGLISH
)
"""In the order of precedence where two rows read the same words."""
