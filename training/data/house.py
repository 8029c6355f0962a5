"""Words that are the company's own: its name stands in a large part of its records, a person's does not."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from training.data.record import strings

LEAST_RECORDS, LEAST_SHARE = 8, 0.2
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’]+")


def house_words(sample: Sequence[dict[str, Any]]) -> frozenset[str]:
    """Capitalised words inside sentences that a fifth of the records have."""
    counts: Counter[str] = Counter()
    for fields in sample:
        counts.update({word for _, text in strings(fields) for word in _CAPITAL.findall(text[:4000])})
    least = max(LEAST_RECORDS, LEAST_SHARE * len(sample))
    return frozenset(word for word, count in counts.items() if count >= least)
