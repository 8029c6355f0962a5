"""Which conversations belong together: one customer's, and those that ask nearly the same."""

from training.data.near import Index, Vocabulary, core, prepare, same_but_for_slips
from training.data.normal import key

MOST_CANDIDATES = 24
LARGEST_SHARE = 0.05
"""A group that grows beyond this share of all is a chain of likenesses; only sure ties hold it together then."""


class _Union:
    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.size = [1] * size

    def find(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, a: int, b: int, most: int | None = None) -> None:
        a, b = self.find(a), self.find(b)
        if a == b or (most is not None and self.size[a] + self.size[b] > most):
            return
        first, second = min(a, b), max(a, b)
        self.parent[second] = first
        self.size[first] += self.size[second]


def grouped(questions: list[str], customers: list[str | None]) -> list[int]:
    """The group of each conversation, as the number of its first member.

    Args:
        questions: what is asked in each.
        customers: who asks, or null.
    """
    union = _Union(len(questions))
    firsts: dict[bytes | str, int] = {}
    for number, (question, customer) in enumerate(zip(questions, customers, strict=True)):
        for tie in (key(question), key(core(question)), customer):
            if tie is not None:
                union.join(firsts.setdefault(tie, number), number)
    _join_alike(questions, union, max(20, int(LARGEST_SHARE * len(questions))))
    return [union.find(number) for number in range(len(questions))]


def _join_alike(questions: list[str], union: _Union, most: int) -> None:
    index, vocabulary = Index(), Vocabulary()
    prepared = [prepare(question) for question in questions]
    for ready in prepared:
        vocabulary.add(ready.words)
    for number, ready in enumerate(prepared):
        sketch = Index.signature(ready.grams)
        if sketch is None:
            continue
        for other in index.candidates(sketch)[-MOST_CANDIDATES:]:
            if union.find(other) != union.find(number) and same_but_for_slips(
                ready, prepared[other], vocabulary, strict=True
            ):
                union.join(other, number, most)
        index.add(number, sketch)
