/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the modifiers ([MS-DOC] 2.6) of a paragraph and of its styles add up to. */
#include "read_doc_p.h"

/* ---- properties of a paragraph ---- */

enum {
	SPRM_IN_TABLE = 0x2416,
	SPRM_ROW_END = 0x2417,
	SPRM_DEPTH = 0x6649,
	SPRM_INNER_CELL = 0x244b,
	SPRM_INNER_ROW_END = 0x244c,
	SPRM_LEVEL = 0x260a,
	SPRM_LIST = 0x460b,
	SPRM_OUTLINE = 0x2640,
	SPRM_CELLS = 0xd608,
	SPRM_HEADER = 0x3404,
	SPRM_HUGE = 0x6646,
	SPRM_HUGE_OLD = 0x6645
};

static void take_sprms(const struct doc_file *f, struct props *p, struct doc_bytes sprms, int nested)
{
	struct doc_bytes op;
	unsigned sprm;

	for (size_t at = 0; doc_next_sprm(sprms, &at, &sprm, &op);) {
		switch (sprm) {
		case SPRM_IN_TABLE:
			p->in_table = op.p[0];
			break;
		case SPRM_ROW_END:
			p->row_end = op.p[0];
			break;
		case SPRM_DEPTH:
			p->depth = (int)(doc_u32(op, 0) & 0xff);
			break;
		case SPRM_INNER_CELL:
			p->inner_cell = op.p[0];
			break;
		case SPRM_INNER_ROW_END:
			p->inner_row_end = op.p[0];
			break;
		case SPRM_LEVEL:
			p->level = op.p[0];
			break;
		case SPRM_LIST:
			p->list = (int)doc_u16(op, 0);
			break;
		case SPRM_OUTLINE:
			p->outline = op.p[0] < 9 ? op.p[0] + 1 : 0;
			break;
		case SPRM_CELLS:
			p->cells = op;
			break;
		case SPRM_HEADER:
			p->header = op.p[0];
			break;
		case SPRM_HUGE:
		case SPRM_HUGE_OLD: /* the properties were too long for their page */
			if (nested < 4 && doc_u32(op, 0) < f->data.n) {
				size_t from = doc_u32(op, 0), n = doc_u16(f->data, from);

				if (n <= f->data.n - from - 2)
					take_sprms(f, p, (struct doc_bytes){ f->data.p + from + 2, n }, nested + 1);
			}
			break;
		default:
			break;
		}
	}
}

static void take_style(const struct doc_file *f, struct props *p, int style, int nested)
{
	const struct doc_style *s;

	if (style < 0 || (size_t)style >= f->n_styles || nested > 10)
		return;
	s = &f->styles[style];
	take_style(f, p, s->base, nested + 1);
	p->kind = s->kind;
	if (s->kind >= 1 && s->kind <= 9)
		p->outline = s->kind;
	take_sprms(f, p, s->sprms, 0);
}

struct props doc_props_at(const struct doc_file *f, uint32_t fc)
{
	const struct doc_para *para = doc_para_at(f, fc);
	struct props p = { 0 };

	if (!para)
		return p;
	take_style(f, &p, para->style, 0);
	take_sprms(f, &p, para->sprms, 0);
	if (p.list >= 0x7fe)
		p.list = 0;
	p.depth = p.in_table ? (p.depth > 1 ? p.depth : 1) : p.depth;
	if (p.depth > MAX_DEPTH)
		p.depth = MAX_DEPTH;
	return p;
}
