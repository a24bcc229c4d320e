# Everything that a fresh Debian with a Swift toolchain needs. `make demo` and `make test` install what they miss.

SHELL := /bin/bash
SWIFT ?= swift
JUDGES := $(CURDIR)/.build-judges

.PHONY: help demo test test-core judges browser format lint docs bench bench-commands bench-cas dependencies clean

help: ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

dependencies: ## Install the Debian packages that are missing (as root), or say which ones
	@Scripts/install-dependencies

demo: dependencies ## Start a school, sign in over HTTP, print a student's week
	@$(SWIFT) build --product trousse
	@"$$($(SWIFT) build --product trousse --show-bin-path)/trousse" demo

judges: dependencies ## Install the foreign programs that judge us, from PyPI and Debian into .build-judges
	@Scripts/prepare-judges "$(JUDGES)"
	@# A server that cannot be installed fails its own tests, which say why; everything else is still tested.
	-@Scripts/prepare-cas-servers "$(JUDGES)"

browser: ## Install Chromium for the walk through the example site, where that can be done
	@Scripts/install-browser

test: dependencies judges browser ## Build and run every test, the foreign judges included
	@$(SWIFT) build --build-tests
	@TROUSSE_JUDGES="$(JUDGES)" $(SWIFT) test --skip-build --experimental-maximum-parallelization-width 4

test-core: dependencies ## Build and test the model and the protocol alone: seconds, no network library
	@TROUSSE_CORE=1 $(SWIFT) test --scratch-path .build-core

format: ## Format all sources
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Examples Benchmarks/Package.swift Benchmarks/Sources

lint: ## Check formatting and the project's own rules
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Examples Benchmarks/Package.swift Benchmarks/Sources
	@Scripts/check-rules

docs: dependencies ## Build the documentation of the libraries into docs-output
	@Scripts/build-docs

bench: dependencies judges ## Measure five commands in a row, and logins, against pronotepy, in one run
	@TROUSSE_JUDGES="$(JUDGES)" Benchmarks/compare-commands
	@TROUSSE_JUDGES="$(JUDGES)" Benchmarks/compare-with-pronotepy

bench-commands: dependencies judges ## Measure five commands in a row against pronotepy, in one run
	@TROUSSE_JUDGES="$(JUDGES)" Benchmarks/compare-commands

bench-cas: dependencies ## Measure a page behind CAS against the Flask guide's application, in one run
	@TROUSSE_JUDGES="$(JUDGES)" Benchmarks/compare-with-flask

clean: ## Remove everything that was built
	@rm -rf .build .build-core .build-judges docs-output Benchmarks/.build
