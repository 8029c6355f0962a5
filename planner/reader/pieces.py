"""Words cut into the pieces of a fixed vocabulary, so that a word nobody thought of still has a meaning in parts.

Source: WordPiece, longest match first (Schuster and Nakajima 2012; as in BERT, arXiv:1810.04805).
"""

from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
LONGEST = 40
"""Letters from which on something is no word."""


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """Piece -> its number; a piece that goes on inside a word begins with ##."""
    return {piece: i for i, piece in enumerate((FOLDER / "vocabulary.txt").read_text("utf-8").split("\n")[:-1])}


@lru_cache(maxsize=1 << 14)
def pieces(word: str) -> tuple[int, ...]:
    """Numbers of a word's pieces; empty where some part of it is in no piece."""
    known, found, start = vocabulary(), [], 0
    if len(word) > LONGEST:
        return ()
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = known.get(word[start:end] if not start else f"##{word[start:end]}")
            if piece is not None:
                found.append(piece)
                start = end
                break
        else:
            return ()
    return tuple(found)
