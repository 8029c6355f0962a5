"""What this process remembers of the servers that it asked: answers, the way that worked, and who failed a moment ago.

The same words are not asked twice, and a server that is out of order does not make every turn slow.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

PAUSE_SECONDS = 60.0
"""How long a server that failed is left alone."""
MOST_KEPT = 64


class Patience:
    """Thread-safe; one for the process (`PATIENCE`), others in tests."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: dict[Hashable, float] = {}
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._ways: dict[Hashable, int] = {}

    def paused(self, server: Hashable) -> bool:
        """Whether a server failed so lately that it is not asked."""
        with self._lock:
            failed = self._failed.get(server)
            return failed is not None and self._clock() - failed < PAUSE_SECONDS

    def failed(self, server: Hashable) -> None:
        with self._lock:
            self._failed[server] = self._clock()

    def kept(self, question: Hashable) -> Any:
        """What was answered to the same question; null where it was not asked."""
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
            return self._kept.get(question)

    def keep(self, server: Hashable, question: Hashable, answer: Any) -> None:
        """An answer came: it is kept, and the server is well again."""
        with self._lock:
            self._failed.pop(server, None)
            self._kept[question] = answer
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def way(self, server: Hashable) -> int:
        """The first way of asking that the server did not refuse."""
        with self._lock:
            return self._ways.get(server, 0)

    def works(self, server: Hashable, way: int) -> None:
        with self._lock:
            self._ways[server] = way

    def forget(self) -> None:
        with self._lock:
            self._failed.clear()
            self._kept.clear()
            self._ways.clear()


PATIENCE = Patience()
