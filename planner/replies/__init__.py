"""Parts of what the user reads: sentences about a plan, and answers to questions about it."""
