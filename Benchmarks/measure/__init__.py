"""The bench of Hài Lòng: Benchmarks/README.md says what each number means."""
