# make bench-index, bench-search: the index beside SQLite's own tokenizer, Xapian and PostgreSQL, in one run each.
# BENCH_MB: megabytes of text (200); the corpus is made by tests/bench/gen_stream.py.
.PHONY: bench-index bench-search relevance
BENCH_MB ?= 200
bench-index: all
	@sh tests/bench/index.sh $(B) $(BENCH_MB)
bench-search: all
	@sh tests/bench/search.sh $(B) $(BENCH_MB)
relevance: all
	@sh tests/bench/relevance.sh $(B)
# How well forms of a word find each other, in each language, beside cutting words to five letters.
.PHONY: morphology
morphology: $(B)/unit/index-forms $(B)/unit/index-stems
	@$(B)/unit/index-forms | grep forms && $(B)/unit/index-stems | grep -v '^\['
