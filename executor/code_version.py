"""Which version of our code stands behind a stage: a hash of the source files it reaches.

Not the package's version number: that stays the same while a developer edits, and a stage made by old code
would be taken for new. And not all our source: a corrected sentence in the report would redo hours of
training. So: the stage's module and whatever of ours it imports, found by reading the import statements.
Libraries (torch, trl …) are left out on purpose: a run that is resumed after an update shall go on, not
begin again; the report names their versions.
"""

import ast
import hashlib
import importlib.util
from functools import lru_cache
from pathlib import Path

OURS = ("training", "evals", "executor", "prompts")


@lru_cache(maxsize=256)
def code_version(function: str) -> str:
    """16 hex digits for `package.module:function`. Imports nothing. Raises: ModuleNotFoundError."""
    module = function.partition(":")[0]
    start = _source(module)
    if start is None:
        raise ModuleNotFoundError(f"no source for {module}", name=module)
    roots = {*OURS, module.partition(".")[0]}
    seen: dict[str, Path] = {module: start}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        for imported in _imports(name, seen[name]):
            if imported in seen or imported.partition(".")[0] not in roots:
                continue
            path = _source(imported)
            if path is not None:  # None: a name inside a module, or a folder without __init__
                seen[imported] = path
                waiting.append(imported)
    digest = hashlib.sha256()
    for name in sorted(seen):
        digest.update(name.encode() + b"\0" + hashlib.sha256(seen[name].read_bytes()).digest())
    return digest.hexdigest()[:16]


def _imports(module: str, path: Path) -> set[str]:
    """Every module that `path` may import, anywhere in it; names from `from x import y` count as `x.y` too."""
    found: set[str] = set()
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, base] if base else parents)
            found.add(base)
            found.update(f"{base}.{alias.name}" for alias in node.names)
    return found | {name.rpartition(".")[0] for name in found if "." in name}


def _source(module: str) -> Path | None:
    """The file of a module, found without importing it: imports of the parents could load torch."""
    root, _, rest = module.partition(".")
    spec = importlib.util.find_spec(root)
    if spec is None:
        return None
    if not rest:
        return Path(spec.origin) if spec.origin and spec.origin.endswith(".py") else None
    for place in spec.submodule_search_locations or []:
        path = Path(place, *rest.split("."))
        for candidate in (path.with_suffix(".py"), path / "__init__.py"):
            if candidate.is_file():
                return candidate
    return None
