# The built-in rules: every example is run when a rule changes; the stamp lets svod-extract trust the rule set it names.
RULE_FILES := $(wildcard rules/*.rules rules/lexicon/*.tsv)
extras:: $(B)/share/rules.stamp
$(B)/share/rules.stamp: $(B)/bin/svod-rules $(RULE_FILES) rules
	@mkdir -p $(@D) && rm -f $@
	$(call quiet,RULES,rules/)$< check --quiet --stamp $@
