/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Interprets the contents of a page (ISO 32000-1, 8 and annex A) as far as upright rectangles and lines go, and paints
 * them in grey. A table of operators; whatever is not in it paints nothing (text, marks), or is in it as something that
 * cannot be drawn here.
 */
#include "pdf_ink.h"

#include <math.h>
#include <stdlib.h>

#include "pdf_token.h"

enum {
	WHITE = 255,
	UNCLEAR = -1, /* a colour that only poppler knows */
	OPERANDS = 8,
	MAX_STATES = 64,
	MAX_POINTS = 20000, /* of one path */
	MAX_WIDE = 64       /* rectangles of one path that are not thin */
};

static const double SMALL = 9; /* what is smaller in both directions holds no rule (pdf_rules.c) */
static const double THIN = 3;  /* what is thinner in one is a rule, whatever the shape of its ends */
static const double LEAN = 0.5;

struct point {
	double x, y;
	bool starts; /* a new subpath */
	bool curved; /* on the way here */
};

struct state {
	double m[6]; /* to points from the top left of the page */
	struct box clip;
	int fill, stroke;              /* grey, or UNCLEAR */
	bool fill_known, stroke_known; /* is the colour space one whose numbers tell the grey? */
	double width;
	bool dashed, transparent;
};

struct ink {
	const struct pdf_objects *o;
	struct span resources;
	struct state now, saved[MAX_STATES];
	int depth;
	double v[OPERANDS];
	size_t n;
	struct span name; /* the last name among the operands */
	struct point *path;
	size_t points, cap;
	double x, y;    /* current point, before m */
	size_t start;   /* of the current subpath */
	bool clip_next; /* W came: the path clips when it is painted */
	bool failed;    /* something that cannot be drawn here */
	struct picture im;
};

static void fail(struct ink *k)
{
	k->failed = true;
}

/* ---- pixels ---- */

static bool start_picture(struct ink *k)
{
	size_t n = (size_t)k->im.width * (size_t)k->im.height;
	if (k->im.p)
		return true;
	k->im.p = malloc(n);
	if (!k->im.p)
		return false;
	memset(k->im.p, WHITE, n);
	return true;
}

static int pixel(double v, int most)
{
	return v <= 0 ? 0 : v >= most ? most : (int)v;
}

/* Paints the box where the clip lets it; what is on the page only as a dot says nothing. */
static void paint(struct ink *k, struct box b, int grey)
{
	struct box c = k->now.clip;
	b = (struct box){ fmax(b.x0, c.x0), fmax(b.y0, c.y0), fmin(b.x1, c.x1), fmin(b.y1, c.y1) };
	if (b.x1 < b.x0 || b.y1 < b.y0 || (b.x1 - b.x0 < SMALL && b.y1 - b.y0 < SMALL && grey == UNCLEAR))
		return;
	if (grey == UNCLEAR || k->now.transparent || !start_picture(k)) {
		fail(k);
		return;
	}
	int x0 = pixel(b.x0, k->im.width), x1 = pixel(b.x1 + 1, k->im.width);
	int y0 = pixel(b.y0, k->im.height), y1 = pixel(b.y1 + 1, k->im.height);
	for (int y = y0; y < y1 && x1 > x0; y++)
		memset(k->im.p + (size_t)y * (size_t)k->im.width + x0, grey, (size_t)(x1 - x0));
}

/* ---- paths ---- */

static void add_point(struct ink *k, double x, double y, bool starts, bool curved)
{
	const double *m = k->now.m;
	if (k->points == MAX_POINTS) {
		fail(k);
		return;
	}
	if (starts)
		k->start = k->points;
	MEM_ROOM(k->path, k->points, k->cap);
	k->path[k->points++] = (struct point){ m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5], starts, curved };
	k->x = x;
	k->y = y;
}

static void do_move(struct ink *k)
{
	add_point(k, k->v[0], k->v[1], true, false);
}

static void do_line(struct ink *k)
{
	add_point(k, k->v[0], k->v[1], k->points == 0, false);
}

static void do_curve(struct ink *k)
{
	for (size_t i = 0; i < k->n && i + 1 < OPERANDS; i += 2)
		add_point(k, k->v[i], k->v[i + 1], k->points == 0, true);
}

static void do_close(struct ink *k)
{
	if (k->points && !k->failed) {
		struct point p = k->path[k->start];
		p.starts = p.curved = false;
		MEM_ROOM(k->path, k->points, k->cap);
		k->path[k->points++] = p;
	}
}

static void do_rectangle(struct ink *k)
{
	double x = k->v[0], y = k->v[1], w = k->v[2], h = k->v[3];
	add_point(k, x, y, true, false);
	add_point(k, x + w, y, false, false);
	add_point(k, x + w, y + h, false, false);
	add_point(k, x, y + h, false, false);
	do_close(k);
}

/* Behind the last point of the subpath that begins at from; *box is what it takes up. */
static size_t subpath(const struct ink *k, size_t from, struct box *box, bool *upright, bool *curved)
{
	size_t i = from;
	const struct point *p = k->path;
	*box = (struct box){ p[i].x, p[i].y, p[i].x, p[i].y };
	*upright = true;
	*curved = p[i].curved;
	for (i++; i < k->points && !p[i].starts; i++) {
		*box = (struct box){ fmin(box->x0, p[i].x), fmin(box->y0, p[i].y), fmax(box->x1, p[i].x),
				     fmax(box->y1, p[i].y) };
		*upright = *upright && (fabs(p[i].x - p[i - 1].x) < LEAN || fabs(p[i].y - p[i - 1].y) < LEAN);
		*curved = *curved || p[i].curved;
	}
	*upright = *upright && !*curved && i - from <= 5;
	return i;
}

static bool is_small(struct box b)
{
	return b.x1 - b.x0 < SMALL && b.y1 - b.y0 < SMALL;
}

static bool is_thin(struct box b)
{
	return b.x1 - b.x0 <= THIN || b.y1 - b.y0 <= THIN;
}

static bool overlap(struct box a, struct box b)
{
	return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static void fill_path(struct ink *k)
{
	struct box wide[MAX_WIDE], b;
	size_t n = 0;
	bool upright, curved;
	for (size_t i = 0; i < k->points && !k->failed;) {
		i = subpath(k, i, &b, &upright, &curved);
		if (is_small(b) && !upright)
			continue;
		if (!is_thin(b)) {
			for (size_t j = 0; j < n; j++)
				if (overlap(wide[j], b)) /* one is a hole in the other, perhaps */
					fail(k);
			if (!upright || n == MAX_WIDE)
				fail(k);
			else
				wide[n++] = b;
		}
		if (!k->failed)
			paint(k, b, k->now.fill);
	}
}

/* A line from a to b; half: half its width, points. */
static void stroke_line(struct ink *k, struct point a, struct point b, double half)
{
	struct box box = { fmin(a.x, b.x), fmin(a.y, b.y), fmax(a.x, b.x), fmax(a.y, b.y) };
	bool level = box.y1 - box.y0 < LEAN, plumb = box.x1 - box.x0 < LEAN;
	if (is_small(box) && !level && !plumb)
		return;
	if ((!level && !plumb) || (k->now.dashed && !is_small(box))) {
		fail(k);
		return;
	}
	half = half <= 0.5 ? 0 : half - 0.5; /* a hair line is one pixel */
	if (level)
		paint(k, (struct box){ box.x0, box.y0 - half, box.x1, box.y1 + half }, k->now.stroke);
	else
		paint(k, (struct box){ box.x0 - half, box.y0, box.x1 + half, box.y1 }, k->now.stroke);
}

static void stroke_path(struct ink *k)
{
	const double *m = k->now.m;
	double half = k->now.width * sqrt(fabs(m[0] * m[3] - m[1] * m[2])) / 2;
	struct box b;
	bool upright, curved;
	for (size_t from = 0, end; from < k->points && !k->failed; from = end) {
		end = subpath(k, from, &b, &upright, &curved);
		if (curved && is_small(b))
			continue;
		if (curved)
			fail(k);
		for (size_t i = from + 1; i < end && !k->failed; i++)
			stroke_line(k, k->path[i - 1], k->path[i], half);
	}
}

static void end_path(struct ink *k)
{
	struct box b, *c = &k->now.clip;
	bool upright, curved;
	if (k->clip_next && k->points) {
		size_t end = subpath(k, 0, &b, &upright, &curved);
		if (end < k->points || !upright) {
			fail(k);
			return;
		}
		*c = (struct box){ fmax(c->x0, b.x0), fmax(c->y0, b.y0), fmin(c->x1, b.x1), fmin(c->y1, b.y1) };
	}
	k->clip_next = false;
	k->points = k->start = 0;
}

static void do_fill(struct ink *k)
{
	fill_path(k);
	end_path(k);
}

static void do_stroke(struct ink *k)
{
	stroke_path(k);
	end_path(k);
}

static void do_close_stroke(struct ink *k)
{
	do_close(k);
	do_stroke(k);
}

static void do_both(struct ink *k)
{
	fill_path(k);
	do_stroke(k);
}

static void do_close_both(struct ink *k)
{
	do_close(k);
	do_both(k);
}

static void do_clip(struct ink *k)
{
	k->clip_next = true;
}

/* ---- state ---- */

static void do_save(struct ink *k)
{
	if (k->depth == MAX_STATES)
		fail(k);
	else
		k->saved[k->depth++] = k->now;
}

static void do_restore(struct ink *k)
{
	if (k->depth > 0)
		k->now = k->saved[--k->depth];
}

static void do_matrix(struct ink *k)
{
	const double *a = k->v, *b = k->now.m;
	const double m[6] = { a[0] * b[0] + a[1] * b[2],        a[0] * b[1] + a[1] * b[3],
			      a[2] * b[0] + a[3] * b[2],        a[2] * b[1] + a[3] * b[3],
			      a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5] };
	memcpy(k->now.m, m, sizeof m);
}

static void do_width(struct ink *k)
{
	k->now.width = k->v[0];
}

/* The pattern of dashes is an array, the phase follows: one number alone is a solid line. */
static void do_dash(struct ink *k)
{
	k->now.dashed = k->n > 1;
}

/* Text as a clip. */
static void do_text_mode(struct ink *k)
{
	if (k->v[0] >= 4)
		fail(k);
}

static struct span resource(const struct ink *k, const char *kind)
{
	struct buf key = { 0 };
	buf_add(&key, k->name);
	struct span of_kind = pdf_objects_value(k->o, value_of_key(k->resources, kind));
	struct span found = pdf_objects_value(k->o, value_of_key(of_kind, buf_str(&key)));
	buf_free(&key);
	return found;
}

static bool is_one(struct span value)
{
	double v;
	return value.n == 0 || (value_number(value, &v) && v >= 1);
}

static void do_graphics_state(struct ink *k)
{
	struct span dict = resource(k, "ExtGState"), mask = value_of_key(dict, "SMask"), mix = value_of_key(dict, "BM");
	if (!is_one(value_of_key(dict, "ca")) || !is_one(value_of_key(dict, "CA")) ||
	    (mask.n && !span_is(mask, "/None")) || (mix.n && !span_is(mix, "/Normal") && !span_is(mix, "/Compatible")))
		k->now.transparent = true;
	else if (value_of_key(dict, "ca").n)
		k->now.transparent = false;
	double width;
	if (value_number(value_of_key(dict, "LW"), &width))
		k->now.width = width;
	if (value_of_key(dict, "D").n)
		k->now.dashed = true;
}

/* The grey of 1, 3 or 4 numbers between 0 and 1: grey, RGB, CMYK. */
static int grey_of(const double *v, size_t n)
{
	double g = UNCLEAR;
	if (n == 1)
		g = v[0];
	else if (n == 3)
		g = 0.3 * v[0] + 0.59 * v[1] + 0.11 * v[2];
	else if (n == 4)
		g = fmax(0, 1 - (0.3 * v[0] + 0.59 * v[1] + 0.11 * v[2]) - v[3]);
	return g < 0 || g != g ? UNCLEAR : g > 1 ? WHITE : (int)(g * WHITE);
}

static void do_fill_colour(struct ink *k)
{
	k->now.fill = grey_of(k->v, k->n);
	k->now.fill_known = true;
}

static void do_stroke_colour(struct ink *k)
{
	k->now.stroke = grey_of(k->v, k->n);
	k->now.stroke_known = true;
}

/* Is the named colour space one of grey, RGB or CMYK? */
static bool is_known_space(const struct ink *k)
{
	static const char *const known[] = { "DeviceGray", "DeviceRGB", "DeviceCMYK" };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (span_is(k->name, known[i]))
			return true;
	struct span space = resource(k, "ColorSpace");
	size_t at = 0;
	struct token t = token_next(space, &at);
	if (t.kind == TOKEN_ARRAY)
		t = token_next(space, &at);
	return t.kind == TOKEN_NAME &&
	       (span_is(t.text, "ICCBased") || span_is(t.text, "CalRGB") || span_is(t.text, "CalGray") ||
		span_starts(t.text, SPAN("Device"))) &&
	       !span_is(t.text, "DeviceN");
}

static void do_fill_space(struct ink *k)
{
	k->now.fill_known = is_known_space(k);
	k->now.fill = k->now.fill_known ? 0 : UNCLEAR;
}

static void do_stroke_space(struct ink *k)
{
	k->now.stroke_known = is_known_space(k);
	k->now.stroke = k->now.stroke_known ? 0 : UNCLEAR;
}

static void do_fill_numbers(struct ink *k)
{
	k->now.fill = k->now.fill_known && k->name.n == 0 ? grey_of(k->v, k->n) : UNCLEAR;
}

static void do_stroke_numbers(struct ink *k)
{
	k->now.stroke = k->now.stroke_known && k->name.n == 0 ? grey_of(k->v, k->n) : UNCLEAR;
}

/* ---- the table ---- */

struct operator
{
	const char *name;
	void (*act)(struct ink * k);
	size_t least; /* numbers that it needs */
};

static const struct operator operators[] = {
	{ "q", do_save, 0 },
	{ "Q", do_restore, 0 },
	{ "cm", do_matrix, 6 },
	{ "w", do_width, 1 },
	{ "d", do_dash, 0 },
	{ "gs", do_graphics_state, 0 },
	{ "m", do_move, 2 },
	{ "l", do_line, 2 },
	{ "c", do_curve, 6 },
	{ "v", do_curve, 4 },
	{ "y", do_curve, 4 },
	{ "h", do_close, 0 },
	{ "re", do_rectangle, 4 },
	{ "f", do_fill, 0 },
	{ "F", do_fill, 0 },
	{ "f*", do_fill, 0 },
	{ "S", do_stroke, 0 },
	{ "s", do_close_stroke, 0 },
	{ "B", do_both, 0 },
	{ "B*", do_both, 0 },
	{ "b", do_close_both, 0 },
	{ "b*", do_close_both, 0 },
	{ "n", end_path, 0 },
	{ "W", do_clip, 0 },
	{ "W*", do_clip, 0 },
	{ "g", do_fill_colour, 1 },
	{ "rg", do_fill_colour, 3 },
	{ "k", do_fill_colour, 4 },
	{ "G", do_stroke_colour, 1 },
	{ "RG", do_stroke_colour, 3 },
	{ "K", do_stroke_colour, 4 },
	{ "cs", do_fill_space, 0 },
	{ "CS", do_stroke_space, 0 },
	{ "sc", do_fill_numbers, 0 },
	{ "scn", do_fill_numbers, 0 },
	{ "SC", do_stroke_numbers, 0 },
	{ "SCN", do_stroke_numbers, 0 },
	{ "Tr", do_text_mode, 1 },
	/* pictures, forms and gradients */
	{ "Do", fail, 0 },
	{ "BI", fail, 0 },
	{ "sh", fail, 0 },
};

static void act(struct ink *k, struct span word)
{
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		if (!span_is(word, operators[i].name))
			continue;
		if (k->n >= operators[i].least)
			operators[i].act(k);
		else
			fail(k);
		break;
	}
	k->n = 0;
	k->name = (struct span){ NULL, 0 };
}

static void run(struct ink *k, struct span contents)
{
	size_t at = 0;
	for (struct token t = token_next(contents, &at); t.kind != TOKEN_END && !k->failed;
	     t = token_next(contents, &at)) {
		if (t.kind == TOKEN_NUMBER && k->n < OPERANDS)
			k->v[k->n++] = t.number;
		else if (t.kind == TOKEN_NAME)
			k->name = t.text;
		else if (t.kind == TOKEN_WORD)
			act(k, t.text);
	}
}

bool pdf_ink_draw(const struct pdf_objects *o, int index, double width, double height, double max_pixels,
		  struct picture *out)
{
	struct pdf_leaf page;
	struct buf contents = { 0 };
	*out = (struct picture){ .scale = 1 };
	if (!o || !pdf_objects_page(o, index, &page) || width * height > max_pixels ||
	    fabs(page.box.x1 - page.box.x0 - width) > 1 || fabs(page.box.y1 - page.box.y0 - height) > 1)
		return false;
	struct ink *k = mem_alloc(sizeof *k);
	*k = (struct ink){ .o = o, .resources = page.resources };
	k->im = (struct picture){ .width = (int)ceil(width), .height = (int)ceil(height), .scale = 1 };
	k->now = (struct state){ .m = { 1, 0, 0, -1, -page.box.x0, page.box.y1 },
				 .clip = { 0, 0, width, height },
				 .fill_known = true,
				 .stroke_known = true,
				 .width = 1 };
	bool drawn = pdf_objects_contents(o, &page, &contents);
	if (drawn)
		run(k, buf_span(&contents));
	drawn = drawn && !k->failed;
	if (drawn)
		*out = k->im;
	else
		free(k->im.p);
	buf_free(&contents);
	free(k->path);
	free(k);
	return drawn;
}
