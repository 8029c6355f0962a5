"""One reader a file format; each yields records and never loads what it does not need."""
