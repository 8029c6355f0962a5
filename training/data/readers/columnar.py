"""Parquet through pyarrow, a batch at a time."""

import math
from collections.abc import Iterator
from typing import Any, BinaryIO

from training.data.record import Raw


def read_parquet(file: BinaryIO) -> Iterator[Raw]:
    """A record a row."""
    import pyarrow.parquet as pq

    table = pq.ParquetFile(file)
    index = 0
    for batch in table.iter_batches(batch_size=1000):
        for row in batch.to_pylist():
            yield Raw(index, None, {str(name): _plain(value) for name, value in row.items()})
            index += 1


def _plain(value: Any) -> Any:
    """JSON's types only."""
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
