"""How a plan's open fields are filled: named pure rules, one subject a file. Each answers with value and reason."""
