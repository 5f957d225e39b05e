/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTF into tokens; knows nothing of what they mean but \bin, whose data may look like anything. */
#include "rtf_token.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void take_number(struct rtf_input *in, struct rtf_token *t)
{
	struct span s = in->bytes;
	bool minus = in->at < s.n && s.p[in->at] == '-';
	size_t k = in->at + minus;
	long v = 0;

	if (k >= s.n || s.p[k] < '0' || s.p[k] > '9')
		return;
	for (; k < s.n && s.p[k] >= '0' && s.p[k] <= '9'; k++)
		v = v < 100000000 ? v * 10 + (s.p[k] - '0') : v;
	t->has_value = true;
	t->value = (int)(minus ? -v : v);
	in->at = k;
}

static struct rtf_token take_word(struct rtf_input *in, size_t from)
{
	struct span s = in->bytes;
	struct rtf_token t = { .kind = RTF_WORD, .at = from };
	size_t name = in->at;

	while (in->at < s.n && is_letter(s.p[in->at]))
		in->at++;
	t.name = span_sub(s, name, in->at);
	take_number(in, &t);
	if (in->at < s.n && s.p[in->at] == ' ')
		in->at++;
	if (span_is(t.name, "bin") && t.value > 0)
		in->at += (size_t)t.value < s.n - in->at ? (size_t)t.value : s.n - in->at;
	return t;
}

static struct rtf_token take_control(struct rtf_input *in)
{
	struct span s = in->bytes;
	size_t from = in->at++;
	struct rtf_token t = { .kind = RTF_SYMBOL, .at = from };
	int byte;
	char c;

	if (in->at >= s.n)
		return (struct rtf_token){ .kind = RTF_END, .at = from };
	c = s.p[in->at];
	if (is_letter(c))
		return take_word(in, from);
	byte = c == '\'' ? span_hex_byte(s, in->at + 1) : -1;
	if (byte >= 0) {
		t.kind = RTF_BYTE;
		t.value = byte;
		in->at += 3;
		return t;
	}
	in->line += c == '\n';
	t.name = span_sub(s, in->at, in->at + 1);
	in->at++;
	return t;
}

struct rtf_token rtf_next(struct rtf_input *in)
{
	struct span s = in->bytes;
	size_t from;

	while (in->at < s.n && (s.p[in->at] == '\n' || s.p[in->at] == '\r' || s.p[in->at] == '\0'))
		in->line += s.p[in->at++] == '\n';
	from = in->at;
	if (from >= s.n)
		return (struct rtf_token){ .kind = RTF_END, .at = from };
	switch (s.p[from]) {
	case '{':
		in->at++;
		return (struct rtf_token){ .kind = RTF_OPEN, .at = from };
	case '}':
		in->at++;
		return (struct rtf_token){ .kind = RTF_CLOSE, .at = from };
	case '\\':
		return take_control(in);
	default:
		break;
	}
	while (in->at < s.n && !memchr("{}\\\n\r", s.p[in->at], 6))
		in->at++;
	return (struct rtf_token){ .kind = RTF_TEXT, .name = span_sub(s, from, in->at), .at = from };
}
