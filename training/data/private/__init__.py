"""Personal data and secrets: found by pattern, checksum and the words around, and replaced by placeholders."""
