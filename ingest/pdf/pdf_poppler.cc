/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The C shim around poppler-cpp, the one C++ file of ingest/. Poppler's own order of words (it interleaves columns) is
 * not used: words come out with their boxes, and the geometry in pdf_*.c orders them. No exception leaves this file.
 */
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

extern "C" {
#include "pdf_poppler.h"
#include "pdf_trailer.h"
#include "utf8.h"
}

struct pdf_file {
	std::unique_ptr<poppler::document> doc;
	int options; /* of text_list */
	buf mended;  /* the bytes, where a trailer had to be added */
};

static void complain(const std::string &message, void *closure)
{
	auto *c = static_cast<pdf_complaints *>(closure);
	if (!c)
		return;
	if (c->n++ == 0)
		std::snprintf(c->first, sizeof c->first, "%s", message.c_str());
}

/* UTF-16 as poppler keeps it; its own to_utf8 opens an iconv descriptor for every word. */
static void put_utf16(struct buf *out, const poppler::ustring &s)
{
	for (size_t i = 0; i < s.size(); i++) {
		unsigned c = s[i];
		if (c >= 0xd800 && c < 0xdc00 && i + 1 < s.size() && (s[i + 1] & 0xfc00) == 0xdc00)
			c = 0x10000 + ((c - 0xd800) << 10) + (s[++i] - 0xdc00u);
		if (c)
			buf_put_utf8(out, c);
	}
}

/*
 * Asking for fonts costs a third of the time of a page, and all that is wanted of them is their weight. Where no object
 * is packed into a stream, font names stand in the file in clear: without a bold one the question is saved.
 */
static bool may_be_bold(span bytes)
{
	static const char *const marks[] = { "/ObjStm", "Bold", "bold",   "BOLD", "Black",
					     "Heavy",   "Demi", "#42old", "-Bd",  ",Bd" };
	for (const char *m : marks)
		if (span_find(bytes, span_of(m), 0) != SPAN_NONE)
			return true;
	return false;
}

static pdf_file *open_bytes(span bytes, const char *password, pdf_state *state)
{
	const std::string pass = password ? password : "";
	std::unique_ptr<poppler::document> doc(
		poppler::document::load_from_raw_data(bytes.p, static_cast<int>(bytes.n), pass, pass));
	*state = PDF_BROKEN;
	if (!doc)
		return nullptr;
	if (doc->is_locked()) {
		*state = PDF_LOCKED;
		return nullptr;
	}
	*state = PDF_OPEN;
	return new pdf_file{ std::move(doc), may_be_bold(bytes) ? poppler::page::text_list_include_font : 0, {} };
}

/* The same with a trailer of ours, where the file was cut off before its own. */
static pdf_file *open_cut(span bytes, const char *password, pdf_state *state)
{
	buf mended = {};
	pdf_file *f = pdf_trailer_add(bytes, &mended) && mended.n <= 0x7fffffff
			      ? open_bytes(buf_span(&mended), password, state)
			      : nullptr;
	if (!f) {
		buf_free(&mended);
		return nullptr;
	}
	f->mended = mended;
	*state = PDF_CUT;
	return f;
}

extern "C" pdf_file *pdf_file_open(span bytes, const char *password, pdf_complaints *c, pdf_state *state)
{
	*state = PDF_BROKEN;
	poppler::set_debug_error_function(complain, c);
	if (bytes.n > 0x7fffffff)
		return nullptr;
	try {
		pdf_file *f = open_bytes(bytes, password, state);
		return f || *state == PDF_LOCKED ? f : open_cut(bytes, password, state);
	} catch (const std::exception &) {
		return nullptr;
	}
}

extern "C" void pdf_file_close(pdf_file *f)
{
	buf mended = f ? f->mended : buf{};
	delete f;
	buf_free(&mended);
	poppler::set_debug_error_function(complain, nullptr);
}

extern "C" int pdf_file_pages(const pdf_file *f)
{
	return f->doc->pages();
}

extern "C" void pdf_file_title(const pdf_file *f, buf *out)
{
	try {
		put_utf16(out, f->doc->info_key("Title"));
	} catch (const std::exception &) {
		return;
	}
}

using outline_line = void(void *ctx, int level, span title);

/* Depth is bounded: an outline that contains itself must end. */
static void walk(const poppler::toc_item &item, int level, int *left, outline_line *each, void *ctx)
{
	for (const poppler::toc_item *child : item.children()) {
		if (--*left < 0 || level > 16)
			return;
		buf title = {};
		put_utf16(&title, child->title());
		each(ctx, level, buf_span(&title));
		buf_free(&title);
		walk(*child, level + 1, left, each, ctx);
	}
}

extern "C" void pdf_file_outline(const pdf_file *f, outline_line *each, void *ctx)
{
	int left = PDF_OUTLINE;
	try {
		std::unique_ptr<poppler::toc> toc(f->doc->create_toc());
		if (toc && toc->root())
			walk(*toc->root(), 1, &left, each, ctx);
	} catch (const std::exception &) {
		return;
	}
}

/* Width and height as the page is shown: the crop box, with its sides swapped where the page is turned. */
static bool page_size(const poppler::page &p, double *width, double *height)
{
	const poppler::rectf r = p.page_rect();
	const auto o = p.orientation();
	const bool turned = o == poppler::page::landscape || o == poppler::page::seascape;
	*width = turned ? r.height() : r.width();
	*height = turned ? r.width() : r.height();
	return std::isfinite(*width) && std::isfinite(*height) && *width > 0 && *height > 0;
}

static bool is_bold(const std::string &font)
{
	static const char *const marks[] = { "Bold", "bold", "BOLD", "Black", "Heavy", "Demi", "-Bd", ",Bd" };
	for (const char *m : marks)
		if (font.find(m) != std::string::npos)
			return true;
	return false;
}

/* A word's box reaches from ascender to descender: that high for most fonts, in font sizes. */
static const double HEIGHT_OF_SIZE = 1.3;

/* Poppler's rotation counts quarter turns of the writing direction; boxes it cannot place are left out. */
static void take_word(page_words *w, const poppler::text_box &t)
{
	const poppler::rectf r = t.bbox();
	const size_t at = w->text.n;
	if (!std::isfinite(r.x()) || !std::isfinite(r.y()) || !std::isfinite(r.right()) || !std::isfinite(r.bottom()))
		return;
	put_utf16(&w->text, t.text());
	if (w->text.n == at)
		return;
	const box b = { r.x(), r.y(), r.right(), r.bottom() };
	word *v = page_words_add(w, span_make(nullptr, 0), b);
	v->at = at;
	v->n = w->text.n - at;
	v->turn = t.rotation() & 3;
	v->space = t.has_space_after();
	v->size = (v->turn & 1 ? b.x1 - b.x0 : b.y1 - b.y0) / HEIGHT_OF_SIZE;
	if (t.has_font_info()) {
		v->size = t.get_font_size();
		v->bold = is_bold(t.get_font_name());
	}
}

static bool read_words(pdf_file *f, int index, page_words *w)
{
	std::unique_ptr<poppler::page> p(f->doc->create_page(index));
	if (!p || !page_size(*p, &w->width, &w->height))
		return false;
	for (const poppler::text_box &t : p->text_list(f->options))
		take_word(w, t);
	return true;
}

extern "C" bool pdf_file_words(pdf_file *f, int index, page_words *w)
{
	page_words_reset(w);
	try {
		return read_words(f, index, w);
	} catch (const std::exception &) {
		return false;
	}
}

/* One grey byte a pixel, whatever format poppler chose. */
static bool copy_grey(const poppler::image &im, picture *out)
{
	const int w = im.width(), h = im.height();
	if (!im.is_valid() || w <= 0 || h <= 0 || im.format() != poppler::image::format_gray8)
		return false;
	out->p = static_cast<unsigned char *>(std::malloc(static_cast<size_t>(w) * static_cast<size_t>(h)));
	if (!out->p)
		return false;
	out->width = w;
	out->height = h;
	for (int y = 0; y < h; y++)
		std::memcpy(out->p + static_cast<size_t>(y) * static_cast<size_t>(w),
			    im.const_data() + static_cast<size_t>(y) * static_cast<size_t>(im.bytes_per_row()),
			    static_cast<size_t>(w));
	return true;
}

static bool render(pdf_file *f, int index, double dpi, double max_pixels, bool smooth, picture *out)
{
	std::unique_ptr<poppler::page> p(f->doc->create_page(index));
	double width, height;
	if (!p || !page_size(*p, &width, &height))
		return false;
	const double pixels = width / 72 * dpi * (height / 72 * dpi);
	if (pixels > max_pixels)
		dpi *= std::sqrt(max_pixels / pixels);
	poppler::page_renderer r;
	r.set_image_format(poppler::image::format_gray8);
	r.set_render_hints(smooth ? poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing
				  : 0u);
	out->scale = 72 / dpi;
	return copy_grey(r.render_page(p.get(), dpi, dpi), out);
}

extern "C" bool pdf_file_render(pdf_file *f, int index, double dpi, double max_pixels, bool smooth, picture *out)
{
	out->p = nullptr;
	try {
		return render(f, index, dpi, max_pixels, smooth, out);
	} catch (const std::exception &) {
		return false;
	}
}
