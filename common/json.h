/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_JSON_H
#define SVOD_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "err.h"
#include "mem.h"
#include "span.h"

/*
 * JSON (RFC 8259): reading through simdjson, values in an arena, writing by hand.
 *
 * 1. Reading. A parser holds one parsed text at a time; json_ref points into it and is good until the next parse.
 */
struct json_parser;

/* Never NULL; the caller frees it. */
struct json_parser *json_parser_new(void);
/* Everything that was read with it is void afterwards; p may be NULL. */
void json_parser_free(struct json_parser *p);

/* JSON_UINT: a whole number above INT64_MAX, which svod only passes on; one above UINT64_MAX is no valid JSON here. */
enum json_type { JSON_NULL, JSON_BOOL, JSON_INT, JSON_UINT, JSON_DOUBLE, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_ref {
	const void *tape; /* NULL: no value */
	size_t at;
};

/* Parses one whole value; e gets 65 and simdjson's reason. The text may be freed afterwards. */
bool json_parse(struct json_parser *p, struct span text, struct json_ref *out, struct err *e) MUST_USE;

/* The same without a copy of the text, behind which so many bytes more can be read, whatever they are. */
enum { JSON_SLACK = 64 };
bool json_parse_in_place(struct json_parser *p, struct span text, struct json_ref *out, struct err *e) MUST_USE;

/*
 * Where in the text that was parsed last brackets, colons, commas, strings (their opening quotes) and other values
 * begin, n of them: see json_raw.h. Good until the next parse.
 */
const uint32_t *json_marks(const struct json_parser *p, size_t *n);

/* A ref without a value, or of another type, gives the default; strings are unescaped and borrowed from the parser. */
enum json_type json_type(struct json_ref v);
bool json_bool(struct json_ref v, bool otherwise);
int64_t json_int(struct json_ref v, int64_t otherwise);
uint64_t json_uint(struct json_ref v, uint64_t otherwise);
double json_double(struct json_ref v, double otherwise);
struct span json_string(struct json_ref v);

/* Members of an object or elements of an array, in their order; none for other types. */
struct json_iter {
	const void *tape;
	size_t at, end;
	bool object;
};
struct json_iter json_each(struct json_ref v);
/* False at the end; key (empty in arrays) is borrowed from the parser like a string. */
bool json_next(struct json_iter *it, struct span *key, struct json_ref *value);

/*
 * 2. Values: a small tree in an arena, for what is read, changed and passed on (norm, doc, unknown fields).
 * A NULL jval stands for "absent" and is accepted by every function that reads.
 */
struct jval {
	enum json_type type;
	struct span key; /* name in its object, else empty */
	union {
		bool b;
		int64_t i;
		uint64_t u;
		double d; /* as it was read, to the last bit */
		struct span s;
		struct {
			struct jval *first, *last;
			size_t count;
		};
	};
	struct jval *next; /* next member or element */
};

/* Each makes a new value that lives as long as the arena. */
struct jval *jval_from(struct arena *a, struct json_ref v);
struct jval *jval_object(struct arena *a);
struct jval *jval_array(struct arena *a);
struct jval *jval_string(struct arena *a, struct span s); /* copies s */
struct jval *jval_int(struct arena *a, int64_t i);
struct jval *jval_double(struct arena *a, double d); /* rounded to 15 digits: 8.2 million is 8200000 */
struct jval *jval_bool(struct arena *a, bool b);
/* With all that it holds; NULL gives NULL. */
struct jval *jval_copy(struct arena *a, const struct jval *v);

/* The member named key, or NULL. */
struct jval *jval_get(const struct jval *object, const char *key);

/* The member's string, or the empty span where it is absent or no string. */
struct span jval_str(const struct jval *object, const char *key);
/* The member as a number (int or double), or otherwise. */
double jval_num(const struct jval *object, const char *key, double otherwise);
/* The member is there and true. */
bool jval_true(const struct jval *object, const char *key);

/* Sets (replaces in place, or appends) a member. The key must outlive the arena's use (a literal). v NULL removes. */
void jval_set(struct arena *a, struct jval *object, const char *key, struct jval *v);
void jval_set_str(struct arena *a, struct jval *object, const char *key, struct span s);
void jval_set_int(struct arena *a, struct jval *object, const char *key, int64_t i);
void jval_set_num(struct arena *a, struct jval *object, const char *key, double d); /* as an integer where it is one */
void jval_set_true(struct arena *a, struct jval *object, const char *key);

/* Appends an element to an array (v must not be part of another tree). */
void jval_push(struct jval *array, struct jval *v);

/*
 * 3. Writing: appended to a buf. The writer puts the commas; members come in the order of the calls.
 *   struct json_out j = { &buf }; json_open(&j, '{'); json_key(&j, "a"); json_put_int(&j, 1); json_close(&j, '}');
 */
struct json_out {
	struct buf *b;
	bool comma; /* the next value or key needs a comma before it */
};
void json_open(struct json_out *j, char bracket);  /* '{' or '[' */
void json_close(struct json_out *j, char bracket); /* '}' or ']' */
void json_key_span(struct json_out *j, struct span key);
static inline void json_key(struct json_out *j, const char *key)
{
	json_key_span(j, span_of(key)); /* here, where how long it is is known */
}
void json_put_str(struct json_out *j, struct span s); /* must be valid UTF-8; control characters are escaped */
void json_put_int(struct json_out *j, int64_t i);
void json_put_double(struct json_out *j, double d); /* to 15 digits; not finite: null */
void json_put_bool(struct json_out *j, bool b);
void json_put_raw(struct json_out *j, struct span value);     /* JSON already */
void json_put_jval(struct json_out *j, const struct jval *v); /* NULL: null; numbers read as the same again */

/* key and value in one call; the _opt forms write nothing where the value is empty, 0 or false. */
void json_kv_str(struct json_out *j, const char *key, struct span s);
void json_kv_str_opt(struct json_out *j, const char *key, struct span s);
void json_kv_int(struct json_out *j, const char *key, int64_t i);
void json_kv_int_opt(struct json_out *j, const char *key, int64_t i);
void json_kv_true_opt(struct json_out *j, const char *key, bool b);

#endif
