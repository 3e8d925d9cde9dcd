# Two commands do everything: `make run` and `make test`. Both set up a virtual environment first.
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
CHECK := packaging/check-system.sh

.PHONY: run test lint format bench simulate measure screens train translations clean

run: $(VENV)/.run
	@$(BIN)/python main.py

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/pyright
	@$(BIN)/python main.py lint scenarios/library

format: $(VENV)/.dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench

# Made-up trainees × every drill × 20 seeds: is the customer fair to them? The table goes into BENCHMARKS.md
simulate: $(VENV)/.run
	@$(BIN)/python main.py simulate --write BENCHMARKS.md

# make measure FILE=replies.jsonl [RUBRIC=complaint]
measure: $(VENV)/.run
	@test -n "$(FILE)" || { echo "用法 / usage: make measure FILE=replies.jsonl [RUBRIC=complaint]" >&2; exit 2; }
	@$(BIN)/python main.py measure "$(FILE)" --rubric $(or $(RUBRIC),complaint)

# make screens [VIEWS="home drill"]: pictures of every window, into screens/
screens: $(VENV)/.dev
	@$(BIN)/python -m tests.ui.screens $(VIEWS)

# Rebuild the learned part of the scorer from scoring/training/*.jsonl
train: $(VENV)/.dev
	@$(BIN)/python -m scoring.training.train

translations: $(VENV)/.dev
	@sh packaging/translations.sh

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache .hypothesis

$(VENV)/.python: $(CHECK)
	@sh $(CHECK) check
	@python=$$(sh $(CHECK) find-python) && $$python -m venv $(VENV) && touch $@

$(VENV)/.run: $(VENV)/.python pyproject.toml constraints.txt
	@echo "准备运行环境，第一次要一两分钟…… / Setting up, a minute or two the first time …" >&2
	@$(PIP_INSTALL) -e . && touch $@

$(VENV)/.dev: $(VENV)/.python pyproject.toml constraints.txt
	@echo "准备测试环境，第一次要一两分钟…… / Setting up for tests, a minute or two the first time …" >&2
	@$(PIP_INSTALL) -e '.[dev]' && touch $@ $(VENV)/.run
