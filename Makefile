# Each target is one line that a newcomer can read. README.md says what they are for.
walls := --explicit-target-dependency-import-check error

.PHONY: run build test lint unit end-to-end bench preview install

run: build ## the demo: Long Khánh with a year of invented ratings
	.build/release/hailong demo --data demo-data

build: install
	swift build -c release $(walls) --product hailong

test: lint unit end-to-end ## everything, from lint to the browser

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

unit: install
	swift test $(walls)

end-to-end: build
	Tests/EndToEnd/install.sh
	build/venv/bin/python -m pytest -q Tests/EndToEnd

bench: build ## the table of Benchmarks/README.md
	Benchmarks/run

preview: install ## every page with sample data, into build/preview
	mkdir -p build/preview && cp Public/office.* build/preview
	HAILONG_PREVIEW=$(CURDIR)/build/preview swift test $(walls) --filter PreviewTests

install:
	packaging/install.sh
