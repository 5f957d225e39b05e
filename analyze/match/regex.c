/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PCRE2 (pcre2api(3), pcre2jit(3)), and before it our own steps (steps.h). Measured: JIT compilation of a rule costs as
 * much as hundreds of walks over its steps, and most rules see fewer in one document; so a regex is walked until it has
 * earned its JIT code, or interpreted by PCRE2 where it has no steps.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "regex.h"

#include <limits.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "steps.h"

enum {
	STEPS_A_BYTE = 20,      /* of PCRE2's code, that are walked before it is compiled with JIT */
	JIT_AFTER = 20,         /* interpreted calls, and one more for each of */
	JIT_BYTES = 100,        /* bytes of its code: large ones take longer to compile */
	MATCH_LIMIT = 100000,   /* pcre2_set_match_limit: backtracking points of one match */
	DEPTH_LIMIT = 100000,   /* nested backtracking */
	HEAP_LIMIT_KIB = 20480, /* of one interpreted match */
	JIT_STACK_BYTES = 1 << 20,
	GROUPS = 64, /* more groups than that are not reported */
};

struct regex {
	struct span source;        /* or: */
	struct span frozen;        /* PCRE2's part of regex_save */
	const struct steps *steps; /* NULL: there are none, or it was not compiled yet */
	unsigned flags;
	int calls, jit_after;
	size_t walked, walk_at_most; /* steps */
	bool jit, broken;
	pcre2_code *code;
	struct buf own_steps; /* of a regex that was not frozen */
};

struct regex_run {
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	struct walk *walk;
};

struct regex *regex_new(struct arena *a, struct span source, unsigned flags)
{
	struct regex *r = arena_alloc(a, sizeof *r);

	r->source = source;
	r->flags = flags;
	return r;
}

void regex_free(struct regex *r)
{
	if (!r->code)
		return; /* its page stays untouched */
	pcre2_code_free(r->code);
	r->code = NULL;
	buf_free(&r->own_steps);
}

static uint32_t pcre_options(unsigned flags)
{
	uint32_t options =
		PCRE2_NO_AUTO_CAPTURE | PCRE2_DUPNAMES | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;

	if (flags & REGEX_ANCHORED)
		options |= PCRE2_ANCHORED;
	if (flags & REGEX_NAIVE)
		options |= PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS;
	if (flags & REGEX_NAIVE_CASED)
		options |= PCRE2_UTF | PCRE2_UCP;
	return options;
}

static void take_code(struct regex *r, pcre2_code *code)
{
	size_t bytes = 0;

	r->code = code;
	if (code)
		pcre2_pattern_info(code, PCRE2_INFO_SIZE, &bytes);
	r->jit_after = JIT_AFTER + (int)(bytes / JIT_BYTES);
}

/* What tests compare with goes without. */
static void take_steps(struct regex *r)
{
	size_t bytes = 0;

	pcre2_pattern_info(r->code, PCRE2_INFO_SIZE, &bytes);
	if (!(r->flags & (REGEX_NAIVE | REGEX_NAIVE_CASED | REGEX_PCRE_ONLY)) &&
	    steps_make(r->source, r->flags & REGEX_ANCHORED, &r->own_steps))
		r->steps = steps_take(buf_span(&r->own_steps));
	r->walk_at_most = STEPS_A_BYTE * bytes;
}

static bool thaw(struct regex *r)
{
	pcre2_code *code = NULL;

	if (pcre2_serialize_decode(&code, 1, (const uint8_t *)r->frozen.p, NULL) != 1)
		return false;
	take_code(r, code);
	return true;
}

bool regex_compile(struct regex *r, size_t *offset, struct err *e)
{
	int error;
	PCRE2_SIZE at;
	PCRE2_UCHAR text[160];

	if (r->code || (r->frozen.n && thaw(r)))
		return true;
	take_code(r, pcre2_compile((PCRE2_SPTR)r->source.p, r->source.n, pcre_options(r->flags), &error, &at, NULL));
	if (r->code) {
		take_steps(r);
		return true;
	}
	r->broken = true;
	pcre2_get_error_message(error, text, sizeof text);
	*offset = at;
	return err_set(e, EX_CONFIG, "%s", (const char *)text);
}

/* The length of the steps as 8 bytes, the steps, PCRE2's bytes. */
bool regex_save(const struct regex *r, struct buf *out)
{
	const pcre2_code *code = r->code;
	uint8_t *bytes = NULL;
	PCRE2_SIZE size = 0;
	bool ok = code && pcre2_serialize_encode(&code, 1, &bytes, &size, NULL) == 1;
	uint64_t n_steps = r->own_steps.n;

	if (ok) {
		buf_add(out, span_make((const char *)&n_steps, sizeof n_steps));
		buf_add(out, buf_span(&r->own_steps));
		buf_add(out, span_make((const char *)bytes, size));
	}
	pcre2_serialize_free(bytes);
	return ok;
}

struct regex *regex_frozen(struct arena *a, struct span bytes)
{
	struct regex *r = arena_alloc(a, sizeof *r);
	uint64_t n_steps;

	if (bytes.n < sizeof n_steps)
		return r;
	memcpy(&n_steps, bytes.p, sizeof n_steps);
	bytes = span_sub(bytes, sizeof n_steps, bytes.n);
	if (n_steps > bytes.n)
		return r;
	if (n_steps)
		r->steps = steps_take(span_sub(bytes, 0, n_steps));
	r->frozen = span_sub(bytes, n_steps, bytes.n);
	r->walk_at_most = STEPS_A_BYTE * r->frozen.n;
	return r;
}

struct span regex_version(char out[REGEX_VERSION])
{
	int n = pcre2_config(PCRE2_CONFIG_VERSION, NULL);

	if (n < 0 || n > REGEX_VERSION || pcre2_config(PCRE2_CONFIG_VERSION, out) < 0)
		return (struct span){ 0 };
	return span_of(out);
}

struct regex_run *regex_run_new(void)
{
	struct regex_run *run = mem_alloc(sizeof *run);

	run->data = pcre2_match_data_create(GROUPS, NULL);
	run->context = pcre2_match_context_create(NULL);
	run->stack = pcre2_jit_stack_create(32 << 10, JIT_STACK_BYTES, NULL);
	run->walk = walk_new();
	if (run->context) {
		pcre2_set_match_limit(run->context, MATCH_LIMIT);
		pcre2_set_depth_limit(run->context, DEPTH_LIMIT);
		pcre2_set_heap_limit(run->context, HEAP_LIMIT_KIB);
		pcre2_jit_stack_assign(run->context, NULL, run->stack);
	}
	return run;
}

void regex_run_free(struct regex_run *run)
{
	if (!run)
		return;
	pcre2_match_data_free(run->data);
	pcre2_match_context_free(run->context);
	pcre2_jit_stack_free(run->stack);
	walk_free(run->walk);
	free(run);
}

void regex_jit_now(struct regex *r)
{
	r->calls = INT_MAX / 2;
}

/* Compiles what has to be; false: the regex cannot be used. */
static bool make_ready(struct regex *r)
{
	struct err e = { 0 };
	size_t at;

	if (r->broken || !regex_compile(r, &at, &e))
		return false;
	if (!r->jit && r->calls++ >= r->jit_after) {
		r->jit = pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE) == 0;
		if (!r->jit)
			r->calls = INT_MIN / 2; /* no JIT here: interpreted for good */
	}
	return true;
}

/* Is it to be walked, and has it not yet earned its JIT code? */
static bool is_walked(struct regex *r)
{
	struct err e = { 0 };
	size_t at;

	if (!r->steps && !r->code && !r->frozen.n && (r->broken || !regex_compile(r, &at, &e)))
		return false;
	return r->steps && r->walked < r->walk_at_most;
}

static enum regex_result walk_steps_of(struct regex_run *run, struct regex *r, struct span subject, size_t at,
				       const size_t **out, size_t *n)
{
	static const enum regex_result results[] = {
		[WALK_NO] = REGEX_NO, [WALK_YES] = REGEX_YES, [WALK_LIMIT] = REGEX_LIMIT
	};
	enum walk_result result = steps_walk(run->walk, r->steps, subject, at, out, n);

	r->walked += walk_steps(run->walk);
	if (r->walked >= r->walk_at_most)
		r->calls = INT_MAX / 2;
	return results[result];
}

static enum regex_result ask_pcre(struct regex_run *run, struct regex *r, struct span subject, size_t at,
				  const size_t **out, size_t *n)
{
	PCRE2_SPTR p = (PCRE2_SPTR)(subject.p ? subject.p : "");
	int rc;

	if (!run->data || !run->context || (!r->jit && !make_ready(r)))
		return REGEX_LIMIT;
	if (r->jit)
		rc = pcre2_jit_match(r->code, p, subject.n, at, 0, run->data, run->context);
	else
		rc = pcre2_match(r->code, p, subject.n, at, PCRE2_NO_UTF_CHECK, run->data, run->context);
	if (rc == PCRE2_ERROR_NOMATCH)
		return REGEX_NO;
	if (rc < 0)
		return REGEX_LIMIT;
	*out = pcre2_get_ovector_pointer(run->data);
	*n = rc == 0 ? GROUPS : (size_t)rc;
	return REGEX_YES;
}

enum regex_result regex_exec(struct regex_run *run, struct regex *r, struct span subject, size_t at, const size_t **out,
			     size_t *n)
{
	if (!r->jit && is_walked(r))
		return walk_steps_of(run, r, subject, at, out, n);
	return ask_pcre(run, r, subject, at, out, n);
}

bool regex_test(struct regex_run *run, struct regex *r, struct span subject, size_t at)
{
	const size_t *out;
	size_t n;

	return regex_exec(run, r, subject, at, &out, &n) == REGEX_YES;
}
