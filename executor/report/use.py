"""What to do with a finished model, and how to make it again: commands and a few lines of Python."""

import shlex

from executor.report.facts import RunFacts
from training.spec import Plan


def next_commands(run_id: str, plan: Plan, *, request_file: str, root: str) -> dict[str, str]:
    """What a person may want next, to the command for it.

    Args:
        request_file: where the user's words lie; empty where nobody kept them.
        root: the folder that the plan's paths start from.
    """
    commands = {
        "Talk to it": f'atelier ask {run_id} "your question"',
        "Ask why a value is as it is": f"atelier explain {run_id}",
    }
    if request_file:
        sources = plan.spec.data.sources if plan.spec and plan.spec.data.sources else []
        data = "".join(f" --data {shlex.quote(source.path)}" for source in sources)
        commands["Make it again"] = f"cd {shlex.quote(root)} && atelier run {shlex.quote(request_file)}{data}"
    return commands


def python_snippet(model: str) -> str:
    """Loads the model with plain transformers and asks it something.

    Args:
        model: its folder, relative to where the snippet is run.
    """
    return f"""from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained({model!r})
model = AutoModelForCausalLM.from_pretrained({model!r})

question = [{{"role": "user", "content": "your question"}}]
inputs = tokenizer.apply_chat_template(
    question, add_generation_prompt=True, return_tensors="pt", return_dict=True
)
answer = model.generate(**inputs, max_new_tokens=200, do_sample=False)
print(tokenizer.decode(answer[0, inputs["input_ids"].shape[1]:], skip_special_tokens=True))"""


def remake_sentence(facts: RunFacts) -> str:
    """What the same result hangs on."""
    return (
        f"The same approved plan ({facts.spec_hash[:12]}), the same files, seed {facts.seed} and the same versions make the "
        "same model. Steps that are done already are not done again."
        if facts.spec_hash
        else f"The same plan, files, seed ({facts.seed}) and versions make the same model."
    )
