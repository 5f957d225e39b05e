# make bench: the chain's speed stage by stage, beside other tools, in one run.
.PHONY: bench
bench: all
	@sh tests/bench.sh $(B)/bin
