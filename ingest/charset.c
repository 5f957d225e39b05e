/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and undoing charsets. */
#include "charset.h"

#include "utf8.h"

bool charset_is_text(struct span bytes)
{
	return bytes.n && utf8_valid(bytes) && !memchr(bytes.p, 0, bytes.n);
}

bool charset_decode(struct span bytes, const char *wanted, struct doc *d, struct decoded *out, struct err *e)
{
	*out = (struct decoded){ 0 };
	(void)wanted;
	if (!utf8_valid(bytes))
		return err_set(e, EX_DATAERR, "not UTF-8");
	if (span_starts(bytes, SPAN("\xef\xbb\xbf")))
		out->skipped = 3;
	out->text = span_sub(bytes, out->skipped, bytes.n);
	d->source.charset = SPAN("UTF-8");
	return true;
}

size_t charset_source_bytes(const struct decoded *dec, struct span part)
{
	(void)dec;
	return part.n;
}
