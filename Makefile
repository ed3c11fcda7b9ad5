# The only commands people and CI use. `make demo` and `make test` need Python 3.11 or newer with venv, and nothing else.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
BASE := .venv/.base-installed
DEV := .venv/.dev-installed
CATALOGUES := $(wildcard locale/*/LC_MESSAGES/django.po)
MESSAGES := $(CATALOGUES:.po=.mo)
export PORT
# Images often forbid bytecode; without it every process would compile a thousand modules anew.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONWARNINGS ?= ignore::DeprecationWarning

.PHONY: demo demo-reset run test check fix bench soak assets messages install

demo: $(BASE) $(MESSAGES)
	@$(BIN)/python -m fondouk.cli demo

demo-reset: $(BASE)
	@$(BIN)/python -m fondouk.cli demo-reset

run: $(BASE) $(MESSAGES)
	@$(BIN)/python -m fondouk.cli run

test: $(DEV) $(MESSAGES)
	$(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder $(ARGS)

check: $(DEV) $(MESSAGES)
	@$(BIN)/python .ci/check.py $(ARGS)

fix: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV) $(MESSAGES)
	@$(BIN)/python -m bench $(ARGS)

soak: $(DEV) $(MESSAGES)
	FONDOUK_SOAK=1 $(BIN)/python -m pytest -m "soak or crash" $(ARGS)

assets: $(DEV)
	@$(BIN)/python -m fondouk.doors.web.assets
	@$(BIN)/python .ci/states.py

messages: $(MESSAGES)

install: $(DEV)

%.mo: %.po | $(BASE)
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@ --use-fuzzy

$(BIN)/python:
	@echo "Installing packages (once) …"
	@$(PYTHON) -c 'import sys; sys.exit("Fondouk needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv --without-pip .venv

# The development packages hold the base ones, so installing those settles both.
$(BASE): requirements/base.txt requirements/install | $(BIN)/python
	@test -e $(DEV) && test requirements/dev.txt -ot $(DEV) && test requirements/base.txt -ot $(DEV) || requirements/install base
	@touch $@

$(DEV): requirements/dev.txt requirements/install | $(BIN)/python
	@requirements/install dev
	@touch $@ $(BASE)
