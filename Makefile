# `make` lists what there is to make. ARGS goes on to the command: make build ARGS=--drafts
# PYTHON chooses the Python that .venv is made with: make build PYTHON=python3.13

VENV := .venv
RUN := $(VENV)/bin/python
PYTHONS = $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
# Options a person's own pip settings may hold that would install somewhere else, or compile a lot.
PIP := $(RUN) -m pip -qq --disable-pip-version-check --no-input install \
	--no-user --target "" --no-binary :none: --require-hashes
LOCK := pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml
# All tests are shared out among processes, file by file in their order, in which the longest come first.
# Those that ARGS choose start sooner in one process.
WORKERS = $(if $(ARGS),,--numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder)
GOLDEN := tests/test_bad_sites.py tests/test_shown.py tests/test_sites.py
NODE := .cache/node_modules
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable

.PHONY: help build serve check test slow lint fmt golden docs browsers validate lighthouse lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

build: $(VENV)/.runtime ## Build the site into public/
	@$(RUN) build.py build $(ARGS)

serve: $(VENV)/.runtime ## Show the site in a browser, built again at every change
	@$(RUN) build.py serve $(ARGS)

check: $(VENV)/.runtime ## Check the site against its sources, and write nothing
	@$(RUN) build.py check $(ARGS)

test: $(VENV)/.dev ## Check the program: lint, types and tests
	@status=0; $(MAKE) --no-print-directory lint || status=1; \
	$(RUN) -m pytest $(WORKERS) $(ARGS) || status=1; exit $$status

slow: $(VENV)/.dev ## Measure what must not take long, which `make test` leaves out
	@$(RUN) -m pytest -m slow $(ARGS)

lint: $(VENV)/.dev ## Check style, format and types
	@status=0; for tool in "ruff check --quiet" "ruff format --quiet --check" mypy; do \
		$(RUN) -m $$tool || status=1; done; exit $$status

fmt: $(VENV)/.dev ## Put the code in order
	@$(RUN) -m ruff check --quiet --fix --exit-zero && $(RUN) -m ruff format --quiet

golden: $(VENV)/.dev ## Write the expected sites of the tests anew, for a person to review
	@$(RUN) -m pytest --rewrite-golden $(GOLDEN) $(ARGS); git status --short -- tests

docs: $(VENV)/.runtime ## Bring what is generated in docs/ up to date with the code
	@$(RUN) -m tools.docs

browsers: ## Install the Chromium that the browser tests open
	@for browser in $(BROWSERS); do command -v $$browser >/dev/null && exit; done; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		export DEBIAN_FRONTEND=noninteractive; apt-get -qq update && \
		apt-get -qq install --yes --no-install-recommends chromium >/dev/null; \
	else echo "install Chromium or Chrome (Debian: sudo apt-get install chromium)," \
		"so that one of these can be started: $(BROWSERS)" >&2; exit 1; fi

validate: build $(NODE)/vnu-jar ## Check the HTML of public/ with the Nu checker (needs npm and Java)
	@java -jar $(NODE)/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html public

lighthouse: build $(NODE)/lighthouse ## Print Lighthouse's scores of three pages (needs npm and Chromium)
	@for browser in $(BROWSERS); do path=$$(command -v $$browser) && break; done; \
	$(RUN) -m tools.lighthouse $(NODE)/.bin/lighthouse "$$path"

lock: $(VENV)/.python ## Pin what pyproject.toml asks for (newest: ARGS=--upgrade)
	@uv=$$(mktemp -d) && trap 'rm -rf "$$uv"' EXIT && \
	$(RUN) -m pip -qq --disable-pip-version-check install --target "$$uv" uv && \
	"$$uv/bin/uv" $(LOCK) --output-file requirements.txt $(ARGS) >/dev/null && \
	"$$uv/bin/uv" $(LOCK) --output-file requirements-dev.txt $(ARGS) >/dev/null \
		--group dev --constraints requirements.txt

clean: ## Remove what a build or a test leaves behind, and .venv
	@rm -rf public .public.* .cache $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find nutgraf tests tools -name __pycache__ -prune -exec rm -rf {} +

# Set-up. A stamp in .venv is younger than the lock it was installed from, so nothing is done twice.
# The runtime packages are pinned alike in both locks: each installation leaves the other as it is.

$(VENV)/.runtime: requirements.txt $(VENV)/.python
	@echo "installing the packages nutgraf runs on (once)" >&2
	@$(PIP) -r $< && touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "installing the packages its tests need (once)" >&2
	@$(PIP) --no-compile -r $< && touch $@

# Tools that come from npm only. No test needs them, and nothing of theirs is in git.
$(NODE)/vnu-jar: NPM_VERSION := 26.9.27
$(NODE)/lighthouse: NPM_VERSION := 12.8.2
$(NODE)/%:
	@echo "installing $* from npm (once)" >&2
	@mkdir -p .cache && npm install --prefix .cache --silent --no-audit --no-fund --ignore-scripts \
		$*@$(NPM_VERSION)

# An environment whose Python went away, or whose making was cut short, is made anew.
ifneq ($(shell test -x $(RUN) && echo works),works)
$(VENV)/.python: FORCE
endif
FORCE:

$(VENV)/.python:
	@for python in $(PYTHONS) none; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; done; \
	if [ $$python = none ]; then \
		echo "nutgraf needs Python 3.11 or later, and none of these is: $(PYTHONS)" >&2; exit 1; fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$python has no venv module; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; fi; \
	echo "making $(VENV) with $$("$$python" --version) (once)" >&2; \
	"$$python" -m venv --clear $(VENV) && touch $@ || { rm -rf $(VENV); exit 1; }
