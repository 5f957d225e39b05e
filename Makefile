# svod: make (build), make demo, make check. `make help` lists the rest.
#
# By convention: STAGE/svod-NAME.c is a program, every other .c of a stage and its rooms (STAGE/ROOM/) belongs to its
# library, and a program is linked with its stage and common/. tests/unit/STAGE-*.c and tests/fuzz/STAGE-*.c are linked
# the same way.

comma   := ,
VARIANT ?= release
PREFIX  ?= /usr/local
B       := build/$(VARIANT)
STAGES  := ingest analyze index

PKG_common  := icu-uc icu-i18n marisa simdjson
PKG_ingest  := libxml-2.0 poppler-cpp libzip libarchive libgsf-1 uchardet tesseract lept libseccomp zlib
PKG_analyze := libpcre2-8
PKG_index   := sqlite3
LIB_common  := -lstemmer -lgcrypt -lxxhash -lm -lpthread
LIB_ingest  := -lmd4c

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
OPT_release  := -O2 -g
OPT_debug    := -O0 -g3
OPT_asan     := -O1 -g -fsanitize=address -fno-omit-frame-pointer
OPT_ubsan    := -O1 -g -fsanitize=undefined -fno-sanitize-recover=undefined
OPT_tsan     := -O1 -g -fsanitize=thread
OPT_coverage := -O0 -g --coverage
OPT_fuzz     := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
CC_fuzz      := clang
CXX_fuzz     := clang++
# clang's sanitizers leave names open in shared libraries, which the program fills
WHOLE := $(if $(filter fuzz,$(VARIANT)),,-Wl$(comma)--no-undefined)
CC  := $(or $(CC_$(VARIANT)),gcc)
CXX := $(or $(CXX_$(VARIANT)),g++)

pkg      = $(shell pkg-config $(1) $(2) 2>/dev/null)
CPPFLAGS += -D_GNU_SOURCE -iquote common -MMD -MP
CFLAGS   += -std=c17 $(WARN) $(OPT_$(VARIANT))
CXXFLAGS += -std=c++17 -Wall -Wextra $(OPT_$(VARIANT)) -fno-rtti
LDFLAGS  += $(OPT_$(VARIANT)) -Wl,--as-needed -Wl,-z,now

# What a file of a stage may include: common/ and its own stage.
stage_of    = $(firstword $(subst /, ,$(1)))
stage_flags = $(call seen,$(call stage_of,$(1))) $(call pkg,--cflags,$(PKG_$(call stage_of,$(1))) $(PKG_common))

ifneq ($(V),1)
quiet = @printf '  %-7s %s\n' $(1) $(2);
endif

progs  = $(filter $(1)/svod-%.c $(1)/svod.c,$(wildcard $(1)/*.c))
names  = $(patsubst $(1)/%.c,$(B)/bin/%,$(call progs,$(1)))
rooms  = $(1) $(patsubst %/,%,$(wildcard $(1)/*/))
srcs   = $(foreach r,$(call rooms,$(1)),$(wildcard $(r)/*.c $(r)/*.cc))
seen   = $(addprefix -iquote ,$(call rooms,$(1)))
objs   = $(patsubst %,$(B)/%.o,$(basename $(filter-out $(call progs,$(1)) $(1)/%_fts5.c,$(call srcs,$(1)))))
PROGS := $(foreach s,common $(STAGES),$(call names,$(s)))
UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))
ASKS  := $(shell sed -n 's/^	{ "\([a-z]*\)",$$/svod-\1/p' index/commands.c)
PAGES := $(notdir $(filter-out $(B)/bin/svod,$(PROGS)))
MAN   := $(foreach p,$(PAGES) $(ASKS),$(B)/share/man/man1/$p.1 $(B)/share/man/ru/man1/$p.1)
MO    := $(patsubst docs/po/%.po,$(B)/share/locale/%/LC_MESSAGES/svod.mo,$(wildcard docs/po/*.po))

all: $(PROGS) $(MO) $(MAN) $(B)/share/completion extras
# Objects of tests are kept: they would be built again each time.
.SECONDARY:
.PHONY: FORCE all extras help setup demo check check-full test clean install
extras::

# Compiling: flags of the stage that the file stands in.
$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call quiet,CC,$<)$(CC) $(CPPFLAGS) $(CFLAGS) $(call stage_flags,$<) -c $< -o $@
$(B)/%.o: %.cc
	@mkdir -p $(@D)
	$(call quiet,CXX,$<)$(CXX) $(CPPFLAGS) $(CXXFLAGS) $(call stage_flags,$<) -c $< -o $@

# Linking: one library a stage, one rule a stage for its programs. A library is made anew when a file of its stage comes
# or goes (its list changes), not only when one changes.
$(B)/lib/%.list: FORCE
	@mkdir -p $(@D)
	@echo '$(call objs,$*)' | cmp -s - $@ || echo '$(call objs,$*)' >$@
FORCE:
$(B)/lib/common.a: $(call objs,common) $(B)/lib/common.list
	@mkdir -p $(@D)
	$(call quiet,AR,$@)rm -f $@ && ar rcs $@ $(filter %.o,$^)
define stage_rules
$(B)/lib/$(1).a: $(call objs,$(1)) $(B)/lib/$(1).list
	@mkdir -p $$(@D)
	$$(call quiet,AR,$$@)rm -f $$@ && ar rcs $$@ $$(filter %.o,$$^)
$(call names,$(1)): $(B)/bin/%: $(B)/$(1)/%.o $(B)/lib/$(1).a $(B)/lib/common.a
	@mkdir -p $$(@D)
	$$(call quiet,LD,$$@)$$(CXX) $$(LDFLAGS) -o $$@ $$^ $$(call pkg,--libs,$(PKG_$(1)) $(PKG_common)) $(LIB_$(1)) $(LIB_common)
$(B)/unit/$(1)-%: $(B)/tests/unit/$(1)-%.o $(B)/lib/$(1).a $(B)/lib/common.a
	@mkdir -p $$(@D)
	$$(call quiet,LD,$$@)$$(CXX) $$(LDFLAGS) -o $$@ $$^ $$(call pkg,--libs,$(PKG_$(1)) $(PKG_common) cmocka) $(LIB_$(1)) $(LIB_common)
$(B)/tests/unit/$(1)-%.o: CPPFLAGS += $(call seen,$(1))
$(B)/fuzz/$(1)-%: $(B)/tests/fuzz/$(1)-%.o $(B)/lib/$(1).a $(B)/lib/common.a
	@mkdir -p $$(@D)
	$$(call quiet,LD,$$@)$$(CXX) $$(LDFLAGS) -fsanitize=fuzzer -o $$@ $$^ $$(call pkg,--libs,$(PKG_$(1)) $(PKG_common)) $(LIB_$(1)) $(LIB_common)
$(B)/tests/fuzz/$(1)-%.o: CPPFLAGS += $(call seen,$(1))
endef
$(foreach s,$(STAGES),$(eval $(call stage_rules,$(s))))
$(call names,common): $(B)/bin/%: $(B)/common/%.o $(B)/lib/common.a
	@mkdir -p $(@D)
	$(call quiet,LD,$@)$(CXX) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(PKG_common)) $(LIB_common)
$(B)/unit/common-%: $(B)/tests/unit/common-%.o $(B)/lib/common.a
	@mkdir -p $(@D)
	$(call quiet,LD,$@)$(CXX) $(LDFLAGS) -o $@ $^ $(call pkg,--libs,$(PKG_common) cmocka) $(LIB_common)

# The tokenizer as an extension of SQLite: the same sources once more, as position-independent code.
FTS5_SO := $(patsubst %,$(B)/pic/%.o,$(addprefix index/,svod_fts5 $(addprefix tokenize/,fts token forms slavic turkic) \
	$(addprefix search/,ask glance places places_sql rank)) \
	$(addprefix common/,buf data dawg err json mem morph morph_load morph_stemmer morph_tags span utf8 simdjson wordforms))
$(B)/pic/%.o: %.c
	@mkdir -p $(@D)
	$(call quiet,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fPIC -fvisibility=hidden -DSVOD_FTS5_EXTENSION $(call stage_flags,index/) -c $< -o $@
$(B)/pic/%.o: %.cc
	@mkdir -p $(@D)
	$(call quiet,CXX,$@)$(CXX) $(CPPFLAGS) $(CXXFLAGS) -fPIC -fvisibility=hidden -c $< -o $@
$(B)/lib/svod_fts5.so: $(FTS5_SO)
	@mkdir -p $(@D)
	$(call quiet,LD,$@)$(CXX) $(LDFLAGS) -shared $(WHOLE) -o $@ $^ $(call pkg,--libs,$(PKG_common)) $(LIB_common)
extras:: $(B)/lib/svod_fts5.so

# What only some documents need is loaded when the first of them comes (ingest/late.h says why): a library of ours each.
LATE     := pdf ocr ole zip archive
LATE_ocr := $(addprefix ingest/pdf/,late_ocr ocr ocr_mend ocr_lattice ocr_rivals pdf_ocr pdf_words) \
	$(addprefix common/,buf data dawg err json mem morph morph_load morph_stemmer morph_tags span utf8 simdjson)
LATE_pdf := $(filter-out %/read_late %/late_ocr %/ocr %/ocr_mend %/ocr_lattice %/ocr_rivals %/pdf_ocr,\
	$(basename $(wildcard ingest/pdf/*.c ingest/pdf/*.cc))) \
	$(addprefix ingest/,late out) $(addprefix common/,buf data doc err json mem span utf8 simdjson)
# the libraries of each by name: tesseract's would be taken for templates of C++ that poppler's shim shares with it
LATE_PKG_pdf := poppler-cpp zlib icu-uc simdjson
LATE_PKG_ocr := tesseract lept icu-uc simdjson
LATE_PKG_ole := libgsf-1
LATE_PKG_zip := libzip icu-uc
LATE_PKG_archive := libarchive uchardet icu-uc simdjson
LATE_ole := ingest/office/late_ole common/mem
LATE_zip := ingest/office/late_zip $(addprefix common/,buf err mem utf8)
LATE_archive := ingest/web/late_archive $(addprefix ingest/plain/,charset charset_guess charset_tables letter_pairs mojibake) \
	$(addprefix common/,buf doc err json mem span utf8 simdjson)
$(B)/late/%.o: %.c
	@mkdir -p $(@D)
	$(call quiet,CC,$@)$(CC) $(CPPFLAGS) $(CFLAGS) -fPIC -fvisibility=hidden $(call stage_flags,ingest/) -c $< -o $@
$(B)/late/%.o: %.cc
	@mkdir -p $(@D)
	$(call quiet,CXX,$@)$(CXX) $(CPPFLAGS) $(CXXFLAGS) -fPIC -fvisibility=hidden $(call stage_flags,ingest/) -c $< -o $@
define late_rules
$(B)/share/svod_$(1).so: $(patsubst %,$(B)/late/%.o,$(LATE_$(1)))
	@mkdir -p $$(@D)
	$$(call quiet,LD,$$@)$$(CXX) $$(LDFLAGS) -shared $$(WHOLE) -o $$@ $$^ $$(call pkg,--libs,$(LATE_PKG_$(1))) $(LIB_ingest) $(LIB_common)
extras:: $(B)/share/svod_$(1).so
endef
$(foreach l,$(LATE),$(eval $(call late_rules,$(l))))

$(B)/share/locale/%/LC_MESSAGES/svod.mo: docs/po/%.po
	@mkdir -p $(@D)
	$(call quiet,MSGFMT,$<)msgfmt --check -o $@ $<

# Manual pages: from the option tables, with docs/man/NAME.roff (prose) before OPTIONS where there is one.
# The commands of svod-query have pages of their own, and every page is there in Russian too.
$(PAGES:%=$(B)/share/man/man1/%.1): $(B)/share/man/man1/%.1: $(B)/bin/% docs/man/page.sh $(wildcard docs/man/*.roff)
	@mkdir -p $(@D)
	$(call quiet,MAN,$@)sh docs/man/page.sh en $< >$@
$(PAGES:%=$(B)/share/man/ru/man1/%.1): $(B)/share/man/ru/man1/%.1: $(B)/bin/% docs/man/page.sh $(MO)
	@mkdir -p $(@D)
	$(call quiet,MAN,$@)sh docs/man/page.sh ru $< >$@
$(ASKS:%=$(B)/share/man/man1/%.1): $(B)/share/man/man1/svod-%.1: $(B)/bin/svod-query docs/man/page.sh
	@mkdir -p $(@D)
	$(call quiet,MAN,$@)sh docs/man/page.sh en $< $* >$@
$(ASKS:%=$(B)/share/man/ru/man1/%.1): $(B)/share/man/ru/man1/svod-%.1: $(B)/bin/svod-query docs/man/page.sh $(MO)
	@mkdir -p $(@D)
	$(call quiet,MAN,$@)sh docs/man/page.sh ru $< $* >$@
$(B)/share/completion: $(wildcard docs/completion/*)
	@mkdir -p $@ && cp $^ $@/ && touch $@

# Word forms of Ukrainian and Belarusian: made once from Debian's dictionaries, where those are installed.
FORMS := build/dict/uk.forms build/dict/be.forms
build/dict/uk.forms: ; sh common/wordforms.sh uk uk_UA
build/dict/be.forms: ; sh common/wordforms.sh be be_BY
extras:: $(FORMS)

# Messages: `make pot` collects them, docs/po/LANG.po translates them; tests/check-messages.sh finds what is missing.
pot:
	xgettext --no-wrap --from-code=UTF-8 -k_ -kN_ -kngettext:1,2 --package-name=svod --no-location --sort-output -o docs/po/svod.pot $(foreach s,common $(STAGES),$(filter %.c %.cc,$(call srcs,$(s))))
	for po in $(wildcard docs/po/*.po); do msgmerge -q --no-wrap --update --backup=none --no-fuzzy-matching $$po docs/po/svod.pot; done
.PHONY: pot

# What a new machine needs; then the two commands that everybody types.
setup:
	@sh common/setup.sh
demo: setup
	@$(MAKE) --no-print-directory all
	@sh tests/demo.sh $(B)/bin
check: setup
	@$(MAKE) --no-print-directory test
test: all $(UNITS)
	@sh tests/run.sh $(B)
check-full: setup
	@$(MAKE) --no-print-directory VARIANT=release all
	@sh tests/full.sh

# Each room may add its targets (benchmarks, fuzzers) in a NAME.mk of its own.
-include $(wildcard tests/*.mk)

help:
	@printf '%s\n' 'make              build everything into $(B)/bin' \
	 'make demo         set up, build, and show the main job on corpus/' \
	 'make check        set up, build and test' \
	 'make check-full   the slow tests too: sanitizers, valgrind, kill -9' \
	 'make bench        speed, side by side with other tools' \
	 'make install      into PREFIX=$(PREFIX) (DESTDIR is honoured)' \
	 'VARIANT=debug|asan|ubsan|tsan|fuzz|coverage, V=1 shows commands'

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/svod
	install -m 755 $(PROGS) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(LATE:%=$(B)/share/svod_%.so) $(B)/lib/svod_fts5.so $(DESTDIR)$(PREFIX)/share/svod
	cp -R rules $(DESTDIR)$(PREFIX)/share/svod/
	[ ! -f $(B)/share/rules.stamp ] || install -m 644 $(B)/share/rules.stamp $(DESTDIR)$(PREFIX)/share/svod/
	install -d $(DESTDIR)$(PREFIX)/share/svod/docs $(DESTDIR)$(PREFIX)/share/svod/corpus
	cp -R docs/tour $(DESTDIR)$(PREFIX)/share/svod/docs/
	cp -R corpus/documents $(DESTDIR)$(PREFIX)/share/svod/corpus/
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 $(DESTDIR)$(PREFIX)/share/man/man7
	cp -R $(B)/share/man $(DESTDIR)$(PREFIX)/share/
	install -m 644 $(wildcard docs/man/*.1) $(DESTDIR)$(PREFIX)/share/man/man1
	[ ! -d docs/man/ru ] || cp -R docs/man/ru $(DESTDIR)$(PREFIX)/share/man/
	install -m 644 $(wildcard docs/man/*.5) $(DESTDIR)$(PREFIX)/share/man/man5
	[ -z "$(wildcard docs/man/*.7)" ] || install -m 644 $(wildcard docs/man/*.7) $(DESTDIR)$(PREFIX)/share/man/man7
	cp -R $(B)/share/completion $(DESTDIR)$(PREFIX)/share/svod/
	[ -z "$(MO)" ] || cp -R $(B)/share/locale $(DESTDIR)$(PREFIX)/share/svod/
	[ ! -d build/dict ] || cp -R build/dict $(DESTDIR)$(PREFIX)/share/svod/
	install -d $(DESTDIR)$(PREFIX)/share/svod/index/report
	install -m 644 index/schema.sql $(DESTDIR)$(PREFIX)/share/svod/index/
	install -m 644 index/report/report.css $(DESTDIR)$(PREFIX)/share/svod/index/report/

clean:
	rm -rf $(wildcard build/release build/debug build/asan build/ubsan build/tsan build/fuzz build/coverage)

-include $(shell [ ! -d $(B) ] || find $(B) -name '*.d')
