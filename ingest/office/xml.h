/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_XML_H
#define SVOD_XML_H

#include "err.h"
#include "span.h"

/*
 * XML as a row of calls (libxml2's SAX): no tree, no entities but the five of XML, no network, no limit on depth that
 * would end the document early.
 */
struct xml_tag {
	struct span name; /* without prefix; in one parse the same name always has the same address */
	struct span uri;  /* namespace; empty: none; likewise */
	int n;            /* attributes */
	const void *attributes;
};

/* The attribute with that name in any namespace, or the empty span; entities are resolved. Valid during the call. */
struct span xml_attr(const struct xml_tag *tag, const char *name);

struct xml_handler {
	void (*start)(void *ctx, const struct xml_tag *tag);
	void (*end)(void *ctx, struct span name, struct span uri);
	void (*text)(void *ctx, struct span text); /* may come in pieces */
};

/*
 * Parses bytes. Damaged XML is read as far as it goes: false, e has 65 and says at which line it broke; all calls made
 * until then stand.
 */
bool xml_parse(struct span bytes, const struct xml_handler *h, void *ctx, struct err *e) MUST_USE;

#endif
