"""Words and what they may mean, one concept a file; the grammar that uses them stands in `planner.reader`."""
