"""Machines, cards and places, in many mouths."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def machine(**parts: Any) -> dict[str, Any]:
    return {f"compute.{name}": value for name, value in parts.items()}


BANK: list[tuple[str, dict[str, Any]]] = [
    ("2 RTX 6000 Ada in the workstation", machine(gpus=2, gpu="rtx 6000 ada", where="local")),
    ("eight L forty S cards in our own rack", machine(gpus=8, gpu="l40s", where="local")),
    ("IT lends you 2 L4 in their Kubernetes.", machine(gpus=2, gpu="l4", where="kubernetes")),
    ("eu-west-1 is full, take eu-north-1. And 2 GPUs have to do.", machine(region="eu-north-1", gpus=2)),
    ("We own four H100s.", machine(gpus=4, gpu="h100")),
    ("There's a 3090 in the basement.", machine(gpus=1, gpu="3090")),
    ("You can use my gaming PC, it has a 4080.", machine(gpus=1, gpu="4080", where="local")),
    ("A single A10G on AWS in Ireland.", machine(gpus=1, gpu="a10g", region="ireland")),
    ("gpu: a100, gpus: 4, memory: 40GB", machine(gpu="a100", gpus=4, memory_gb=40)),
    ("GPUs=2", machine(gpus=2)),
    ("gpu = h200", machine(gpu="h200")),
    ("| GPU | A40 |\n|---|---|\n| count | 3 |", machine(gpu="a40", gpus=3)),
    ("Hardware: 1x A6000 48GB", machine(gpus=1, gpu="a6000", memory_gb=48)),
    ("Hardware: two cards of 24 gigs each", machine(gpus=2, memory_gb=24)),
    ("One GPU has to be enough.", machine(gpus=1)),
    ("Six GPUs are free on the cluster.", machine(gpus=6)),
    ("a pair of A100s", machine(gpus=2, gpu="a100")),
    ("A DGX H100 with 8 GPUs stands in our data centre.", machine(gpus=8, gpu="h100", where="local")),
    ("Send it to our Ray cluster, 16 GPUs.", machine(where="ray", gpus=16)),
    ("It runs on k8s.", machine(where="kubernetes")),
    ("Use our OpenShift.", machine(where="kubernetes")),
    ("The training has to happen on our own servers.", machine(where="local")),
    ("Everything runs on my laptop.", machine(where="local")),
    ("Train it on this machine.", machine(where="local")),
    ("All computing in Frankfurt, please.", machine(region="frankfurt")),
    ("Only data centres in Switzerland.", machine(region="switzerland")),
    ("region: us-east-1", machine(region="us-east-1")),
    ("GCP, europe-west4", machine(region="europe-west4")),
    ("Azure, North Europe", machine(region="northeurope")),
    ("The GPUs must stand inside the EU.", machine(region="eu")),
    ("not in the US, in Canada", machine(region="canada")),
    ("We've no graphics card at all.", machine(gpus=0)),
    ("CPU only", machine(gpus=0)),
    ("A mac studio with an M2 Ultra.", machine(gpu="m2", gpus=1)),
    ("V100 32GB x2", machine(gpu="v100", gpus=2, memory_gb=32)),
    ("You may have H100s, four of them.", machine(gpu="h100", gpus=4)),
    ("no more than 4 GPUs at the same time", machine(gpus=4)),
    ("two B200", machine(gpu="b200", gpus=2)),
    ("Bitte auf unseren eigenen Servern, zwei A100.", machine(gpu="a100", gpus=2, where="local")),
    ("We have 4 x L40S (48 GB).", machine(gpu="l40s", gpus=4, memory_gb=48)),
    ("8 MI300X", machine(gpu="mi300x", gpus=8)),
    # others
    ("Our customers sit in Germany and Austria.", {}),
    ("We sell graphics cards, mostly RTX 4070 and 4090.", {}),
    ("The phone has 8 GB of memory.", {}),
    ("Our main server is called Bertha.", {}),
    ("We're a company from Paris.", {}),
    ("The A40 motorway is often closed.", {}),
    ("Cards are posted within 5 days.", {}),
    ("Two membership cards per family.", {}),
    ("Room T4 is on the fourth floor.", {}),
    ("We have 12 computers in the library and people ask how to print.", {}),
    ("Local newspapers write about us.", {}),
    ("Local customers call, others write.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
