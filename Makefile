# CareCircle: what a person types. `make demo` and `make test` set themselves up on a fresh Debian 12
# with Swift 6.3 and ask nothing.

SWIFT ?= swift
PREFIX ?= /usr/local
STUDY := datasets/riverside
OUT ?= demo-out
CARECIRCLE := .build/release/carecircle

# Debian packages: PROJ, GEOS, GDAL, libosmium with its compression libraries, CBC, libxlsxwriter.
PACKAGES := pkg-config libproj-dev libgeos-dev libgdal-dev libosmium2-dev libprotozero-dev zlib1g-dev \
	libbz2-dev libexpat1-dev liblz4-dev coinor-libcbc-dev libxlsxwriter-dev

.PHONY: all help setup build test test-release check format lint demo bench bench-peers build-benchmarks install clean

all: build

help: ## say what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## install the Debian packages that are missing
	@.ci/setup "$(SWIFT)" $(PACKAGES)

build: setup ## build the program in release mode
	$(SWIFT) build -c release --product carecircle

test: setup ## run every test
	$(SWIFT) test

test-release: setup ## run every test on the optimised build, which shows what debug hides
	$(SWIFT) test -c release --disable-testable-imports

check: setup lint ## format, imports and lints
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

format: ## bring every file into the project's format
	$(SWIFT) format -i -r Sources Tests Benchmarks Package.swift

lint:
	$(SWIFT) format lint --strict -r Sources Tests Benchmarks Package.swift
	@.ci/lint

demo: build ## run the bundled study from validation to a plan for 2020 to 2035
	@.ci/demo $(CARECIRCLE) $(STUDY) $(OUT)

bench: build-benchmarks ## print our figures; see docs/benchmarks.md
	@CITY="$(CITY)" Benchmarks/run

bench-peers: build-benchmarks ## print our figures beside those of scipy, pandana, shapely; CITY=folder for a city of your own
	@CITY="$(CITY)" WITHOUT="$(WITHOUT)" Benchmarks/run-peers

build-benchmarks: build
	$(SWIFT) build -c release --product benchmarks

install: build ## install the program under PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(CARECIRCLE) $(DESTDIR)$(PREFIX)/bin/carecircle

clean: ## remove what was built
	rm -rf .build $(OUT)
