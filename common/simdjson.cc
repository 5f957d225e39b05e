/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C shim around simdjson: the one C++ file of common/. JSON is parsed and UTF-8 validated here, at its speed. */
#include <simdjson.h>

#include <cstring>
#include <new>

extern "C" {
#include "i18n.h"
#include "json.h"
#include "utf8.h"
}

using simdjson::dom::element;
using simdjson::dom::element_type;

struct json_parser {
	simdjson::dom::parser dom;
};

/* An element is a tape pointer and an index; json_ref has the same two words, so C can hold one without C++. */
static_assert(sizeof(element) == sizeof(json_ref), "simdjson changed the layout of dom::element");

static json_ref to_ref(element v)
{
	json_ref r;
	std::memcpy(&r, &v, sizeof r);
	return r;
}

static element to_element(json_ref r)
{
	element v;
	std::memcpy(static_cast<void *>(&v), &r, sizeof r);
	return v;
}

/* Iterators of simdjson are a tape_ref too; begin and end of both kinds are reached through their public API. */
template <class C> static json_iter iter_of(const C &c, bool object)
{
	json_ref b, e;
	auto begin = c.begin(), end = c.end();
	static_assert(sizeof begin == sizeof b, "simdjson changed the layout of its iterators");
	std::memcpy(&b, static_cast<void *>(&begin), sizeof b);
	std::memcpy(&e, static_cast<void *>(&end), sizeof e);
	return json_iter{ b.tape, b.at, e.at, object };
}

extern "C" {

bool utf8_valid(struct span s)
{
	return s.n == 0 || simdjson::validate_utf8(s.p, s.n);
}

struct json_parser *json_parser_new(void)
{
	json_parser *p = new (std::nothrow) json_parser;
	if (!p)
		mem_alloc(SIZE_MAX / 2); /* ends the program: out of memory */
	return p;
}

void json_parser_free(struct json_parser *p)
{
	delete p;
}

static bool parse(struct json_parser *p, struct span text, bool copy, struct json_ref *out, struct err *e)
{
	element root;
	auto error = p->dom.parse(text.p, text.n, copy).get(root);
	if (error)
		return err_set(e, EX_DATAERR, _("invalid JSON: %s"), simdjson::error_message(error));
	*out = to_ref(root);
	return true;
}

bool json_parse(struct json_parser *p, struct span text, struct json_ref *out, struct err *e)
{
	return parse(p, text, true, out, e);
}

static_assert(JSON_SLACK >= simdjson::SIMDJSON_PADDING, "simdjson reads farther beyond its text");

bool json_parse_in_place(struct json_parser *p, struct span text, struct json_ref *out, struct err *e)
{
	return parse(p, text, false, out, e);
}

const uint32_t *json_marks(const struct json_parser *p, size_t *n)
{
	*n = p->dom.implementation ? p->dom.implementation->n_structural_indexes : 0;
	return *n ? p->dom.implementation->structural_indexes.get() : NULL;
}

enum json_type json_type(struct json_ref r)
{
	if (!r.tape)
		return JSON_NULL;
	switch (to_element(r).type()) {
	case element_type::ARRAY:
		return JSON_ARRAY;
	case element_type::OBJECT:
		return JSON_OBJECT;
	case element_type::INT64:
		return JSON_INT;
	case element_type::UINT64:
		return JSON_UINT;
	case element_type::DOUBLE:
		return JSON_DOUBLE;
	case element_type::STRING:
		return JSON_STRING;
	case element_type::BOOL:
		return JSON_BOOL;
	case element_type::NULL_VALUE:
		return JSON_NULL;
	}
	return JSON_NULL;
}

bool json_bool(struct json_ref r, bool otherwise)
{
	bool b;
	return r.tape && !to_element(r).get_bool().get(b) ? b : otherwise;
}

int64_t json_int(struct json_ref r, int64_t otherwise)
{
	int64_t i;
	return r.tape && !to_element(r).get_int64().get(i) ? i : otherwise;
}

uint64_t json_uint(struct json_ref r, uint64_t otherwise)
{
	uint64_t u;
	return r.tape && !to_element(r).get_uint64().get(u) ? u : otherwise;
}

double json_double(struct json_ref r, double otherwise)
{
	double d;
	return r.tape && !to_element(r).get_double().get(d) ? d : otherwise;
}

struct span json_string(struct json_ref r)
{
	std::string_view s;
	if (!r.tape || to_element(r).get_string().get(s))
		return span_make(NULL, 0);
	return span_make(s.data(), s.size());
}

struct json_iter json_each(struct json_ref r)
{
	if (r.tape) {
		element v = to_element(r);
		simdjson::dom::array array;
		simdjson::dom::object object;
		if (!v.get_array().get(array))
			return iter_of(array, false);
		if (!v.get_object().get(object))
			return iter_of(object, true);
	}
	return json_iter{ NULL, 0, 0, false };
}

bool json_next(struct json_iter *it, struct span *key, struct json_ref *value)
{
	json_ref r{ it->tape, it->at };

	if (it->at >= it->end)
		return false;
	if (it->object) {
		simdjson::dom::object::iterator o;
		std::memcpy(static_cast<void *>(&o), &r, sizeof r);
		std::string_view k = o.key();
		*key = span_make(k.data(), k.size());
		*value = to_ref(o.value());
		++o;
		std::memcpy(&r, static_cast<void *>(&o), sizeof r);
	} else {
		simdjson::dom::array::iterator o;
		std::memcpy(static_cast<void *>(&o), &r, sizeof r);
		*key = span_make(NULL, 0);
		*value = to_ref(*o);
		++o;
		std::memcpy(&r, static_cast<void *>(&o), sizeof r);
	}
	it->at = r.at;
	return true;
}
}
