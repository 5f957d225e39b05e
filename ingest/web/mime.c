/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As much of MIME as it takes to get at letters and what is attached to them. */
#include "mime.h"

#include <stdio.h>
#include <strings.h>

#include "charset.h"
#include "utf8.h"

struct mime_part mime_split(struct span bytes)
{
	size_t at = 0;

	while (at < bytes.n) {
		size_t end = span_find_char(bytes, '\n', at);
		struct span line;

		end = end == SPAN_NONE ? bytes.n : end + 1;
		line = span_sub(bytes, at, end);
		if (span_trim(line).n == 0)
			return (struct mime_part){ span_sub(bytes, 0, at), span_sub(bytes, end, bytes.n) };
		at = end;
	}
	return (struct mime_part){ bytes, span_make(NULL, 0) };
}

static bool same_word(struct span a, const char *b)
{
	return a.n == strlen(b) && !strncasecmp(a.p, b, a.n);
}

bool mime_field(struct span head, const char *name, struct buf *out)
{
	bool inside = false;

	while (head.p && head.n) {
		struct span line = span_cut(&head, '\n');
		size_t colon = span_find_char(line, ':', 0);
		bool folded = line.n && (line.p[0] == ' ' || line.p[0] == '\t');

		if (inside && !folded)
			return true;
		if (inside) {
			buf_putc(out, ' ');
			buf_add(out, span_trim(line));
		} else if (!folded && colon != SPAN_NONE && same_word(span_sub(line, 0, colon), name)) {
			inside = true;
			buf_add(out, span_trim(span_sub(line, colon + 1, line.n)));
		}
	}
	return inside;
}

static int base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

static void undo_base64(struct span s, struct buf *out)
{
	unsigned bits = 0;
	int have = 0;

	for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
		int v = base64_value(s.p[i]);

		if (v < 0)
			continue;
		bits = bits << 6 | (unsigned)v;
		have += 6;
		if (have >= 8) {
			have -= 8;
			buf_putc(out, (char)(bits >> have & 0xff));
		}
	}
}

/* header: an underscore is a space (RFC 2047, 4.2). */
static void undo_quoted(struct span s, bool header, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		int byte = s.p[i] == '=' ? span_hex_byte(s, i + 1) : -1;

		if (byte >= 0) {
			buf_putc(out, (char)byte);
			i += 2;
		} else if (s.p[i] == '=' && !header) { /* a soft line break */
			while (i + 1 < s.n && s.p[i + 1] != '\n')
				i++;
			i++;
		} else {
			buf_putc(out, s.p[i] == '_' && header ? ' ' : s.p[i]);
		}
	}
}

static void append_in(struct buf *out, struct span bytes, struct span charset)
{
	struct charset c;

	if (charset_find(charset, &c) || charset_find(SPAN("UTF-8"), &c))
		charset_append(out, bytes, &c);
}

/* One encoded word at s: appends it and returns its length; 0: it is none. */
static size_t encoded_word(struct span s, struct buf *out)
{
	size_t charset, way, end;
	struct buf bytes = { 0 };
	struct span name;

	if (!span_starts(s, SPAN("=?")) || (charset = span_find_char(s, '?', 2)) == SPAN_NONE ||
	    (way = span_find_char(s, '?', charset + 1)) != charset + 2 ||
	    (end = span_find(s, SPAN("?="), way + 1)) == SPAN_NONE)
		return 0;
	name = span_sub(s, 2, charset);
	if (span_find_char(name, '*', 0) != SPAN_NONE) /* with a language behind it */
		name.n = span_find_char(name, '*', 0);
	if (s.p[charset + 1] == 'B' || s.p[charset + 1] == 'b')
		undo_base64(span_sub(s, way + 1, end), &bytes);
	else
		undo_quoted(span_sub(s, way + 1, end), true, &bytes);
	append_in(out, buf_span(&bytes), name);
	buf_free(&bytes);
	return end + 2;
}

static void append_text(struct span value, struct buf *out)
{
	bool after_word = false;

	if (!utf8_valid(value)) { /* eight-bit headers, in whatever charset */
		append_in(out, value, SPAN("windows-1251"));
		return;
	}
	for (size_t i = 0; i < value.n;) {
		size_t gap = i, n;

		while (after_word && gap < value.n && (value.p[gap] == ' ' || value.p[gap] == '\t'))
			gap++;
		n = encoded_word(span_sub(value, gap, value.n), out);
		after_word = n > 0;
		if (n)
			i = gap + n;
		else
			buf_putc(out, value.p[i++]);
	}
}

bool mime_field_text(struct span head, const char *name, struct buf *out)
{
	struct buf raw = { 0 };
	bool found = mime_field(head, name, &raw);

	if (found)
		append_text(buf_span(&raw), out);
	buf_free(&raw);
	return found;
}

/* name*=charset'lang'%D0%9F… (RFC 2231). */
static void append_extended(struct span value, struct buf *out)
{
	size_t first = span_find_char(value, '\'', 0), second;
	struct buf bytes = { 0 };

	second = first == SPAN_NONE ? SPAN_NONE : span_find_char(value, '\'', first + 1);
	if (second == SPAN_NONE)
		return;
	for (size_t i = second + 1; i < value.n; i++) {
		int byte = value.p[i] == '%' ? span_hex_byte(value, i + 1) : -1;

		buf_putc(&bytes, byte >= 0 ? (char)byte : value.p[i]);
		if (byte >= 0)
			i += 2;
	}
	append_in(out, buf_span(&bytes), span_sub(value, 0, first));
	buf_free(&bytes);
}

/* The next ;-separated piece that is not inside quotes. */
static struct span cut_parameter(struct span *rest)
{
	size_t i = 0;
	bool quoted = false;
	struct span piece;

	for (; i < rest->n && (quoted || rest->p[i] != ';'); i++)
		quoted ^= rest->p[i] == '"';
	piece = span_sub(*rest, 0, i);
	*rest = i < rest->n ? span_sub(*rest, i + 1, rest->n) : span_make(NULL, 0);
	return span_trim(piece);
}

/*
 * A value cut into numbered pieces (RFC 2231, 3): name*0*=utf-8''%D0; name*1*=%9F. Appends piece number n to whole;
 * false: there is none.
 */
static bool find_piece(struct span field, const char *name, int n, struct buf *whole)
{
	char key[80];
	struct span piece, value;

	while (field.p) {
		size_t eq;

		piece = cut_parameter(&field);
		eq = span_find_char(piece, '=', 0);
		if (eq == SPAN_NONE)
			continue;
		value = span_trim(span_sub(piece, eq + 1, piece.n));
		if (value.n >= 2 && value.p[0] == '"' && value.p[value.n - 1] == '"')
			value = span_sub(value, 1, value.n - 1);
		snprintf(key, sizeof key, "%s*%d", name, n);
		piece = span_trim(span_sub(piece, 0, eq));
		if (piece.n && piece.p[piece.n - 1] == '*')
			piece.n--;
		if (same_word(piece, key)) {
			buf_add(whole, value);
			return true;
		}
	}
	return false;
}

bool mime_parameter(struct span field, const char *name, struct buf *out)
{
	struct span all = field;
	struct buf whole = { 0 };
	int pieces = 0;

	while (field.p) {
		struct span piece = cut_parameter(&field);
		size_t eq = span_find_char(piece, '=', 0);
		struct span key, value;

		if (eq == SPAN_NONE)
			continue;
		key = span_trim(span_sub(piece, 0, eq));
		value = span_trim(span_sub(piece, eq + 1, piece.n));
		if (value.n >= 2 && value.p[0] == '"' && value.p[value.n - 1] == '"')
			value = span_sub(value, 1, value.n - 1);
		if (same_word(key, name)) {
			append_text(value, out);
			return true;
		}
		if (key.n > 1 && key.p[key.n - 1] == '*' && same_word(span_sub(key, 0, key.n - 1), name)) {
			append_extended(value, out);
			return true;
		}
	}
	while (pieces < 100 && find_piece(all, name, pieces, &whole))
		pieces++;
	if (span_find_char(buf_span(&whole), '\'', 0) != SPAN_NONE)
		append_extended(buf_span(&whole), out);
	else
		append_text(buf_span(&whole), out);
	buf_free(&whole);
	return pieces > 0;
}

void mime_decode(const struct mime_part *p, struct buf *out)
{
	struct buf way = { 0 };
	struct span s;

	(void)mime_field(p->head, "Content-Transfer-Encoding", &way);
	s = span_trim(buf_span(&way));
	if (same_word(s, "base64"))
		undo_base64(p->body, out);
	else if (same_word(s, "quoted-printable"))
		undo_quoted(p->body, false, out);
	else
		buf_add(out, p->body);
	buf_free(&way);
}

/* Where the delimiter line "--boundary" begins at or after from. */
static size_t find_delimiter(struct span s, struct span boundary, size_t from)
{
	for (size_t at = span_find(s, SPAN("--"), from); at != SPAN_NONE; at = span_find(s, SPAN("--"), at + 1))
		if ((at == 0 || s.p[at - 1] == '\n') && span_starts(span_sub(s, at + 2, s.n), boundary))
			return at;
	return SPAN_NONE;
}

bool mime_next_part(struct span *rest, struct span boundary, struct span *part)
{
	size_t at = boundary.n ? find_delimiter(*rest, boundary, 0) : SPAN_NONE, from, to;

	if (at == SPAN_NONE || span_starts(span_sub(*rest, at + 2 + boundary.n, rest->n), SPAN("--")))
		return false;
	from = span_find_char(*rest, '\n', at);
	if (from == SPAN_NONE)
		return false;
	from++;
	to = find_delimiter(*rest, boundary, from);
	if (to == SPAN_NONE)
		to = rest->n;
	*part = span_sub(*rest, from, to);
	*rest = span_sub(*rest, to, rest->n);
	return true;
}
