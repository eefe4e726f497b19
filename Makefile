# What .ci/run does, by name. PACKAGES narrows a target, as in
# make test PACKAGES=./citation

PACKAGES = ./...

# A number of runs, not a time: Go's fuzzer may report its own deadline as a failure.
FUZZ = 500x
BENCH = .
BENCHTIME = 1s
MUTANTS = 40
SEED = 1

.PHONY: all test race programs hook axe render lint fuzz bench golden picture mutate

all: lint test

# With FACTCITE_LONG=1 in the environment, the long ones too.
test:
	go test -timeout 30m $(PACKAGES)

# The rooms that run workers.
race:
	go test -race -short ./validate ./schema

# Without the programs that read what the project writes, and with a TeX that
# finds none of its files.
programs:
	.ci/programs

# The hook, by pre-commit itself.
hook:
	.ci/hook

# The report and the site, by axe-core in Chromium.
axe:
	.ci/axe

# The program in Node that renders references to train the reader with.
render:
	.ci/render

lint:
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "gofmt would change $$unformatted"; exit 1; }
	go vet ./...
	go mod tidy -diff
	go tool -modfile=.ci/tools.mod staticcheck ./...

fuzz:
	@set -e; for package in $$(go list $(PACKAGES)); do \
	  for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZ) -fuzzminimizetime 10x $$package; \
	  done; \
	done

bench:
	go test -run '^$$' -bench '$(BENCH)' -benchtime $(BENCHTIME) $(PACKAGES)

# The picture of the report in the README.
picture:
	@page=$$(mktemp -d)/report.html; \
	SOURCE_DATE_EPOCH=1790000000 go run ./cmd/factcite check -q --fail-on never --format html -o $$page testdata/pages && \
	chromium --headless --no-sandbox --hide-scrollbars --window-size=1280,720 --screenshot=docs/report.png file://$$page

# Rewrites what the tests expect with what they see; read the difference.
golden:
	@set -e; for room in $$(grep -rl --include='*_test.go' -e 'flag.Bool("update"' -e 'internal/golden"' . | xargs -n 1 dirname | sort -u); do \
	  go test $$room -update; \
	done

# How much a room's own tests notice.
mutate:
	go run ./internal/mutate -n $(MUTANTS) -seed $(SEED) $(PACKAGES)
