# make bench-growth: does the time of a stage grow faster than the text it is given? SHAPES= for some of them alone.
.PHONY: bench-growth
bench-growth: all
	@python3 tests/bench/growth.py $(B)/bin $(SHAPES)
