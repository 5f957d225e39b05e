# make bench-match: the rule engine beside the naive way, grep -P and itself on two cores, in one run.
.PHONY: bench-match
$(B)/bench/match: tests/bench/match.c tests/bench/oracle.c $(B)/lib/analyze.a $(B)/lib/common.a
	@mkdir -p $(@D)
	$(call quiet,LD,$@)$(CC) $(CPPFLAGS) $(filter-out -MMD -MP,$(CFLAGS)) $(call seen,analyze) -iquote tests/bench -c tests/bench/match.c -o $@.o && \
	$(CC) $(CPPFLAGS) $(CFLAGS) $(call seen,analyze) -iquote tests/bench -c tests/bench/oracle.c -o $@-oracle.o && \
	$(CXX) $(LDFLAGS) -o $@ $@.o $@-oracle.o $(B)/lib/analyze.a $(B)/lib/common.a $(call pkg,--libs,$(PKG_analyze) $(PKG_common)) $(LIB_common)
bench-match: all $(B)/bench/match
	@bash tests/bench/match.sh $(B)
