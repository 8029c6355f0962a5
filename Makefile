# Every developer helper, one line each; each sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
DATA ?= ../shared/data

.PHONY: help setup demo test lint fix bench reader results clean

help:   ## list the helpers
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */  make \1\t/' | expand -t 18

setup: $(STAMP)   ## virtual environment with the pinned set; leaves .venv/bin/atelier

$(STAMP): requirements.lock pyproject.toml
	@echo "Installing into .venv (two minutes or so, once) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@# torch first and by itself: no other package may choose its build.
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check "$$(grep '^torch==' requirements.lock)"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(STAMP)
	@echo "Ready: $(BIN)/atelier --help"

demo: setup   ## the main job on an invented ferry line: plan, train, judge, report
	@$(BIN)/atelier run examples/petrel_ferries/request.md --yes

test: setup   ## all tests; fast ones first
	@OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 -m "not slow and not gpu" && OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadgroup -m "slow and not gpu"

lint: setup   ## ruff, mypy strict on planner/, executor/, evals/, and the rules of who imports whom
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache

fix: setup   ## let ruff mend what it can
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: setup   ## time and memory of planning; how good a small model gets; DATA=folder with scan and banking77
	@$(BIN)/python -m evals.bench.planning
	@$(BIN)/python -m evals.bench.small_models scan $(DATA)/scan/tasks_train_simple.txt.gz $(DATA)/scan/tasks_test_simple.txt.gz
	@$(BIN)/python -m evals.bench.small_models banking77 $(DATA)/banking77/train.csv $(DATA)/banking77/test.csv

reader: setup   ## train the reader's classifiers anew from planner/reader/corpus; MODEL=folder of a sentence encoder
	@$(BIN)/python -m training.word_vectors $(MODEL) build/vectors
	@cp build/vectors/vocabulary.txt planner/reader/corpus/
	@$(BIN)/python -m planner.reader.train_classifier build/vectors/vectors.npy \
		evals/conversations/seen.jsonl evals/conversations/everyday.jsonl

results: setup   ## run the scenarios anew and write docs/results.md from their reports; DATA=folder
	@$(BIN)/python -m evals.scenarios --data $(DATA) --write docs/results.md

clean:   ## remove the environment and all caches; runs in .atelier stay
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache *.egg-info
