/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_RULES_P_H
#define SVOD_RULES_P_H

#include <stdint.h>

#include "doc.h"
#include "pattern.h"
#include "pattern_after.h"
#include "pattern_stems.h"
#include "regex.h"
#include "rulefile.h"
#include "ruleset.h"
#include "starts.h"

/* What the compiler of rules hands to the matcher. Private to analyze/. */

struct map_form {
	struct span form, value;
	bool prefix; /* form ends in ~: any ending */
};

/* A %set, %map or %lexicon. Its patterns and forms are made on first use. */
struct set {
	struct span name;
	enum entry_kind kind;
	const struct entry **entries; /* the definition and what %set +NAME adds */
	size_t n_entries, cap_entries;
	struct node *node;
	bool busy; /* while its patterns are parsed: a set may not contain itself */
	bool has_forms;
	struct map_form *forms; /* hash table, open addressing; cap_forms is a power of two */
	size_t n_forms, cap_forms, longest_prefix;
	struct map_form *torn; /* forms with ~ before their end, as written with it: "год~ назад" */
	size_t n_torn, cap_torn;
};

enum fn_kind { FN_PAD, FN_MAP, FN_YEAR, FN_NUM, FN_ROMAN, FN_LOWER, FN_UPPER, FN_FIRST, FN_DIGITS, FN_CLEAN };

struct fn {
	enum fn_kind kind;
	int width;
	struct set *map;
};

enum { TEMPLATE_FNS = 4, GROUP_ALIASES = 6 };

/* The numbers of the groups of one name (several patterns may use it). */
struct group_ref {
	int no[GROUP_ALIASES];
	int n;
};

struct template_part {
	struct span text; /* literal, or the key of {^.KEY} */
	bool is_group, is_previous;
	struct group_ref group;
	struct fn fns[TEMPLATE_FNS];
	int n_fns;
};

struct template
{
	struct template_part *parts;
	size_t n;
	bool is_true;   /* the literal "true" */
	bool is_number; /* a :num with at most a sign and decimals around it */
};

struct norm_field {
	const char *key; /* lives in the rule set */
	bool is_value;   /* value or canonical: without it there is no item */
	struct template t;
	struct norm_field *next;
};

enum guard_kind {
	GUARD_BEFORE,
	GUARD_AFTER,
	GUARD_SENTENCE,
	GUARD_HEADING,
	GUARD_LEAD,
	GUARD_COLUMN,
	GUARD_ITEM,
	GUARD_UPPER,
	GUARD_CAPS,
	GUARD_LOWER,
};

enum where { WHERE_SENTENCE, WHERE_BLOCK, WHERE_HEADING, WHERE_LEAD, WHERE_ROW, WHERES };

struct guard {
	enum guard_kind kind;
	bool unless;
	struct regex *re;
	struct span source; /* PCRE2 text */
	size_t reach;       /* GUARD_BEFORE: so many bytes before the match can matter */
	bool at_words; /* GUARD_BEFORE: begins with letters or signs, so it is tried where such begin, and only there */
	struct starts starts; /* of at_words and GUARD_AFTER */
	uint64_t types;       /* GUARD_ITEM: bits of type ids */
	enum where where;
	struct group_ref group;
	struct place at;
	struct guard *next;
};

enum { TYPES_MAX = 64, LANGS_MAX = 31, DOC_KINDS_MAX = 31, NEEDS_MAX = 8, PHASES = 9 };

struct rule_example {
	bool yes, known_failure;
	enum block_kind kind;
	struct span heading, lead, column, lang; /* context */
	struct span text;                        /* with the marks taken out */
	struct span marked[8];                   /* what stood in ⟦ ⟧, as slices of text */
	size_t n_marked;
	struct span wanted; /* behind "=": values separated by " | " */
	struct span more;   /* "key=value; key=value" */
	struct place at;
	struct rule_example *next;
};

struct rule {
	struct span name;
	const struct entry *entry;
	unsigned order;  /* file order */
	int type;        /* type id; -1: blocks; -2: none (for passes) */
	uint64_t blocks; /* types that it suppresses */
	int priority, phase;
	bool cased, open, nest, pattern_case;
	unsigned kinds;            /* bits of enum block_kind; 0: all visible */
	uint32_t langs, doc_kinds; /* 0: all */
	uint64_t follows;
	struct triggers triggers;
	struct triggers needs[NEEDS_MAX];
	size_t n_needs;
	struct triggers found_needs;  /* words that the pattern itself demands (pattern_needs) */
	unsigned need_ids[NEEDS_MAX]; /* given by the trigger table */
	unsigned found_id;
	struct node *patterns; /* NODE_ALT of the pattern lines; NULL in thawed rules until rule_patterns is asked */
	struct span names[PATTERN_GROUPS];
	size_t n_names;
	struct group_ref item; /* n 0: the whole match */
	struct norm_field *norm;
	struct guard *guards;
	struct rule_example *examples; /* parsed when examples are run */
	struct span source;            /* PCRE2 text, made on first use */
	struct regex *re;
	bool after_known;
	struct digits_after after; /* see rule_after */
};

struct ruleset {
	struct arena arena;
	struct diags diags;
	struct entry_list entries;
	struct set *sets;
	size_t n_sets, cap_sets;
	unsigned *set_index; /* hash: number of the set + 1 */
	size_t set_slots;
	struct rule *rules; /* in file order, overridden ones left out */
	size_t n_rules, cap_rules;
	struct span types[TYPES_MAX];
	size_t n_types;
	uint64_t exclusive[TYPES_MAX]; /* types that may not overlap this one; its own bit included */
	struct span langs[LANGS_MAX];
	size_t n_langs;
	struct span doc_kinds[DOC_KINDS_MAX];
	size_t n_doc_kinds;
	struct span *dirs; /* entry.dir → path */
	size_t n_dirs, cap_dirs;
	unsigned long long hash;
	struct span sieves;     /* frozen ones of its matcher; see ruleset_take_sieves */
	struct regex **regexes; /* all that were made, to be freed with the rule set */
	size_t n_regexes, cap_regexes;
	struct trigger_table *tables[PHASES + 1]; /* made when first asked for */
	struct morph *morph;                      /* opened for the first %paradigm */
	struct span mapped;                       /* the file it stands in (image.h); empty: in its own arena */
};

/* As ruleset_open, in an arena that becomes the rule set's; never NULL: e tells whether all was read. */
struct ruleset *ruleset_open_within(struct arena a, const struct ruleset_source *src, struct err *e);

/* Its directories, each with a NUL behind it. */
void ruleset_set_dirs(struct ruleset *rs, struct span dirs);

/* The trigger table of a phase. */
const struct trigger_table *ruleset_triggers(struct ruleset *rs, int phase);

/* A regex that lives as long as the rule set. */
struct regex *ruleset_regex(struct ruleset *rs, struct span source, unsigned flags);

/* Takes r over, to be freed with the rule set; returns it. */
struct regex *ruleset_own_regex(struct ruleset *rs, struct regex *r);

/* The id of a type name, made when new; -1 when there are too many. */
int ruleset_type(struct ruleset *rs, struct span name);

/* The set, paradigm, map or lexicon of that name; NULL: there is none. It stays the rule set's. */
struct set *ruleset_set(struct ruleset *rs, struct span name);
/* Parsed alternatives of a set; NULL: unknown, or broken (said in diags). */
struct node *ruleset_set_node(void *rs, struct span name);
/* Makes the hash of forms of a map or lexicon. */
void ruleset_set_forms(struct ruleset *rs, struct set *set);
/* Of all maps and lexicons but those that name other sets. */
void ruleset_make_forms(struct ruleset *rs);
/* The value of a folded form with single spaces; false: not in the map. */
bool set_value(const struct set *set, struct span form, struct span *value);

/* Fields of one rule → r; complaints go to rs->diags. frozen: where what its patterns give is taken from, or NULL. */
struct thaw;
void rule_fields_compile(struct ruleset *rs, struct rule *r, struct thaw *frozen);
/* The pattern lines as a tree, parsed now if the rule was thawed. */
const struct node *rule_patterns(struct ruleset *rs, struct rule *r);
/* What can stand behind a figure with which a match begins; made when first asked for. Rules with the field case:
 * anything. */
const struct digits_after *rule_after(struct ruleset *rs, struct rule *r);
/* The groups of the rule's patterns that have this name, at most GROUP_ALIASES; n 0: none. */
struct group_ref rule_group(const struct rule *r, struct span name);

/* Writes the rule's PCRE2 text: for bytes (kept in r->source) or for the oracle (into out). */
struct span rule_source(struct ruleset *rs, struct rule *r);
/* The same for the oracle, UTF mode, appended to out. */
void rule_source_naive(struct ruleset *rs, struct rule *r, struct buf *out);
/* The compiled rule; made on first use, never NULL. */
struct regex *rule_regex(struct ruleset *rs, struct rule *r);

/* yes, no, or known-failure: it is checked, and plays no part in matching. */
bool field_is_example(const struct field *f);

#endif
