# The built-in rules: every example is run when a rule changes; the stamp lets svod-extract trust the rule set it names.
# A failing example does not stop the build (tests/check-rules.sh fails): without a stamp svod-extract checks for itself.
RULE_FILES := $(wildcard rules/*.rules rules/lexicon/*.tsv)
extras:: $(B)/share/rules.stamp
$(B)/share/rules.stamp: $(B)/bin/svod-rules $(RULE_FILES) rules
	@mkdir -p $(@D) && rm -f $@
	$(call quiet,RULES,rules/)$< check --stamp $@ >/dev/null || true
