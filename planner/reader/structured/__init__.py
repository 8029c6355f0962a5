"""Goals that programs write: JSON, YAML and `key=value`, read by their keys rather than as prose.

`pairs` finds the keys and values with their places, `meaning` says which field a key fills. What is understood here is
taken out of the words, so that no reader of prose reads it again; a value that is prose itself ("goal") stays.
"""

from planner.reader.structured.claims import read_structured
from planner.reader.structured.files import heed_keys

__all__ = ["heed_keys", "read_structured"]
