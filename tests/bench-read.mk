# make bench-read: what the readers get right and what it costs, format by format, beside the tools people use, in one run.
.PHONY: bench-read
bench-read: all
	@sh tests/bench/read.sh $(B)/bin
