/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libgsf behind svod_ole.so: it brings GLib with all its libraries, which only DOC needs. */
#include "late_ole.h"

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>
#include <stdint.h>
#include <stdlib.h>

#include "limit.h"

struct ole {
	GsfInfile *in;
	struct span bytes;
};

static struct ole *ole_open(struct span bytes)
{
	GsfInput *in = gsf_input_memory_new((const guint8 *)bytes.p, (gsf_off_t)bytes.n, FALSE);
	GsfInfile *infile = gsf_infile_msole_new(in, NULL);
	struct ole *o;

	g_object_unref(in);
	if (!infile)
		return NULL;
	o = mem_alloc(sizeof *o);
	*o = (struct ole){ infile, bytes };
	return o;
}

static void ole_close(struct ole *o)
{
	g_object_unref(o->in);
	free(o);
}

static bool ole_has(struct ole *o, const char *name)
{
	GsfInput *in = gsf_infile_child_by_name(o->in, name);

	if (in)
		g_object_unref(in);
	return in != NULL;
}

/* A stream that lies in one piece is borrowed from the file; libgsf puts together the others. */
static struct span keep(const struct ole *o, const guint8 *p, size_t n, struct arena *a)
{
	struct span s = span_make((const char *)p, n);
	uintptr_t from = (uintptr_t)o->bytes.p, at = (uintptr_t)p;

	return at >= from && at + n <= from + o->bytes.n ? s : arena_dup(a, s);
}

static bool ole_stream(struct ole *o, const char *name, struct arena *a, struct span *out)
{
	GsfInput *in = gsf_infile_child_by_name(o->in, name);
	const guint8 *p = NULL;
	gsf_off_t n;

	if (!in)
		return false;
	n = gsf_input_size(in);
	if (n > 0 && n <= LIMIT_FILE_BYTES)
		p = gsf_input_read(in, (size_t)n, NULL);
	*out = p ? keep(o, p, (size_t)n, a) : SPAN("");
	g_object_unref(in);
	return p || n == 0;
}

/* What libgsf thinks of damaged files; that they are damaged is said in the stream. */
static void silence(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer ctx)
{
	(void)domain, (void)level, (void)message, (void)ctx;
}

__attribute__((visibility("default"))) const struct ole_functions *svod_late_ole(void)
{
	static const struct ole_functions functions = { ole_open, ole_close, ole_has, ole_stream };

	(void)g_log_set_default_handler(silence, NULL);
	gsf_init();
	/* else every worker would set up these classes anew */
	(void)g_type_class_ref(gsf_input_memory_get_type());
	(void)g_type_class_ref(gsf_infile_msole_get_type());
	return &functions;
}
