"""Planning as a process has 1.5 seconds in all, so it loads nothing heavy."""

import json
import subprocess
import sys

HEAVY = ("torch", "transformers", "trl", "peft", "datasets", "langgraph", "langchain_core", "instructor", "mistralai",
         "openai", "gradio", "pandas", "sklearn", "matplotlib", "sqlmodel")  # fmt: skip

PLANNING = """
import sys, json, datetime, pathlib
from planner.conversation import plan_conversation
plan_conversation(["Sort our mails into topics, the data is in mails.csv."], files=["mails.csv"],
                  root=pathlib.Path(sys.argv[1]), today=datetime.date(2026, 11, 22))
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_planning_loads_no_torch_no_graph_and_no_client_of_a_model(tmp_path: object) -> None:
    rows = "\n".join(f"where is my parcel {i},topic_{i % 3}" for i in range(60))
    (tmp_path / "mails.csv").write_text(f"text,category\n{rows}\n")  # type: ignore[attr-defined, operator]
    command = [sys.executable, "-c", PLANNING, str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin", "HOME": str(tmp_path)}
    )
    assert set(json.loads(done.stdout)) & set(HEAVY) == set()
