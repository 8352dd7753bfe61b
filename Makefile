# Every command of the project; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

HOST ?= 127.0.0.1
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
ASSETS := fleksjob_site/assets
LOCALE := locale
MCP_LOCK := fleksjob_site/assistants/requirements.lock
PEERS_LOCKS := tests/bench/peers
PO := $(wildcard $(LOCALE)/*/LC_MESSAGES/django.po)
MO := $(PO:.po=.mo)
CODE := eligibility fleksjob_site salary tests manage.py

# Without SECRET_KEY a throw-away key is used. Sessions then end when the server stops, so this is for local use only.
KEY = $${SECRET_KEY:-$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')}
WARN_KEY = if [ -z "$${SECRET_KEY:-}" ]; then echo "Warning: no SECRET_KEY is set; using a throw-away one." >&2; fi

.PHONY: help run dev build install check test bench abuse load faults lint types contracts fmt messages lock mcp clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: build ## Serve the production configuration on http://127.0.0.1:8000 (HOST=, PORT=)
	@$(WARN_KEY)
	@if [ "$${HTTPS:-0}" = 0 ]; then echo "Warning: serving plain http (HTTPS=0), which suits your own machine only." >&2; fi
	@export SECRET_KEY="$(KEY)" HTTPS="$${HTTPS:-0}"; $(BIN)/python manage.py check; echo "http://$(HOST):$(PORT)/"; \
		set -a; source fleksjob_site/deploy/granian.env; \
		ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1],$(HOST)}" \
		exec $(BIN)/granian --host $(HOST) --port $(PORT) fleksjob_site.asgi:application

# The asset watcher is stopped together with the server.
dev: .venv/.installed $(ASSETS)/dist/.built $(MO) ## Serve with reload of code, texts, rates, styles and scripts, for working on the site
	@export SECRET_KEY="$(KEY)" HTTPS=0 DEBUG=1; \
		(cd $(ASSETS) && exec node build.mjs --watch) & watcher=$$!; trap "kill $$watcher 2>/dev/null || true" EXIT; \
		$(BIN)/python manage.py runserver $(HOST):$(PORT)

# On stdio nothing but the server may write to stdout, so programs start it with `make -s mcp`.
mcp: .venv/.installed-mcp $(MO) ## Serve the tools for assistants (MCP) on stdio, or over HTTP (HTTP=127.0.0.1:8765)
	@export SECRET_KEY="$(KEY)" HTTPS="$${HTTPS:-0}"; exec $(BIN)/python manage.py mcp $(if $(HTTP),--http $(HTTP))

build: fleksjob_site/static/.collected $(MO) ## Install, and build assets and catalogs

install: .venv/.installed-tests $(ASSETS)/node_modules/.installed-tests build ## Install everything, tests included, with .venv/bin/pytest

# Tests that start servers, browsers or fuzzers: `make test` runs them, `make check` does not.
END_TO_END := tests/browser tests/deploy tests/abuse
PYTEST = $(BIN)/pytest --numprocesses logical --maxprocesses 4 --dist worksteal

check: install lint types contracts ## Style, types, import rules and unit tests, in two to three minutes
	$(PYTEST) $(END_TO_END:%=--ignore %)

test: install lint types contracts ## All checks and tests, including browsers, load balancer and fuzzers
	failed=0; \
	$(PYTEST) --ignore tests/browser || failed=1; \
	$(PYTEST) tests/browser || failed=1; \
	exit $$failed

# The peers are other engines with the same rules, which only their part of the benchmarks installs.
PEERS ?= 1
PEERS_MARK = $(if $(filter-out 0,$(PEERS)),$(if $(filter peers,$(or $(PARTS),peers)),.cache/peers/.installed))

bench: .venv/.installed-tests $(ASSETS)/node_modules/.installed-tests build $(PEERS_MARK) ## Run the benchmarks and print the tables (PARTS=rules, peers, batch, process, server, options, growth, browser; PEERS=0)
	@PYTHONPATH=. PEERS=$(PEERS) $(BIN)/python tests/bench/bench.py $(PARTS)

load: .venv/.installed-tests build ## 1,000 visitors through HAProxy and two nodes: a node failure, a key rotation, releases (VISITORS=)
	PYTHONPATH=. $(BIN)/python tests/load/load.py

faults: .venv/.installed-tests build ## 10,000 connections to HAProxy, half of them slow, and floods of letters, during normal traffic
	PYTHONPATH=. $(BIN)/python tests/load/faults.py

abuse: .venv/.installed-tests $(ASSETS)/node_modules/.installed-tests build ## Fuzz the site with 50,000 malformed or hostile requests (REQUESTS=, START=)
	PYTHONPATH=. $(BIN)/python tests/abuse/abuse.py

lint: .venv/.installed-tests ## Check the style of the Python code
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: .venv/.installed-tests ## Check types (mypy, strict)
	$(BIN)/mypy

contracts: .venv/.installed-tests ## Check which package may import which
	$(BIN)/lint-imports

fmt: .venv/.installed-tests ## Format the Python code and fix what ruff can
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

messages: .venv/.installed ## Extract the texts into the catalogs; new ones need a Danish translation, changed ones are marked "fuzzy" for review
	$(BIN)/pybabel -q extract -F pyproject.toml --no-wrap --add-location=file --sort-output -o $(LOCALE)/django.pot .
	$(BIN)/pybabel -q update -D django -i $(LOCALE)/django.pot -d $(LOCALE) --no-wrap --previous --ignore-obsolete \
		--ignore-pot-creation-date
	$(BIN)/pybabel -q compile -D django -d $(LOCALE)

lock: ## Pin the newest versions that pyproject.toml allows (needs uv)
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --group mcp -c requirements.lock -o $(MCP_LOCK)
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --group test -c requirements.lock -c $(MCP_LOCK) \
		-o tests/requirements.lock
	uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --group peers -o $(PEERS_LOCKS)/requirements.lock

clean: ## Remove everything that was built or installed
	rm -rf .venv .cache/peers $(ASSETS)/node_modules $(ASSETS)/dist fleksjob_site/static locale/django.pot $(MO)

.venv/.installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv .venv || { echo "On Debian: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	touch $@

.venv/.installed-mcp: $(MCP_LOCK) .venv/.installed
	$(BIN)/pip install -q --require-hashes -r $(MCP_LOCK)
	touch $@

.venv/.installed-tests: tests/requirements.lock .venv/.installed
	$(BIN)/pip install -q --require-hashes -r tests/requirements.lock
	touch $@

.cache/peers/.installed: $(wildcard $(PEERS_LOCKS)/*.lock $(PEERS_LOCKS)/package*.json)
	mkdir -p $(@D)
	$(PYTHON) -m venv --clear $(@D)/venv
	$(@D)/venv/bin/pip install -q --require-hashes -r $(PEERS_LOCKS)/requirements.lock
	cp $(PEERS_LOCKS)/package*.json $(@D)
	cd $(@D) && npm ci --no-audit --no-fund --loglevel=error
	touch $@

$(ASSETS)/node_modules/.installed: $(ASSETS)/package.json $(ASSETS)/package-lock.json
	cd $(ASSETS) && npm ci --omit=dev --no-audit --no-fund --loglevel=error
	touch $@

$(ASSETS)/node_modules/.installed-tests: $(ASSETS)/node_modules/.installed
	cd $(ASSETS) && npm install --no-save --no-audit --no-fund --loglevel=error
	touch $@

# The styles that no template uses are left out.
$(ASSETS)/dist/.built: $(ASSETS)/node_modules/.installed $(wildcard $(ASSETS)/*.scss $(ASSETS)/own/*.scss $(ASSETS)/*.js \
		$(ASSETS)/*.mjs $(ASSETS)/*.svg $(ASSETS)/htmx.json) $(shell find templates -name '*.html')
	cd $(ASSETS) && npm run --silent build
	touch $@

fleksjob_site/static/.collected: .venv/.installed $(ASSETS)/dist/.built fleksjob_site/settings.py
	HTTPS=0 SECRET_KEY="only for collecting the static files and no session" $(BIN)/python manage.py collectstatic --noinput --clear -v 0
	touch $@

$(MO): $(PO) .venv/.installed
	$(BIN)/pybabel -q compile -D django -d locale
