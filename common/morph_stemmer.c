/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Apart from the dictionary, so that only what is stemmed needs the library. */
#include "morph_stemmer.h"

#include <dlfcn.h>
#include <libstemmer.h>
#include <pthread.h>
#include <stdlib.h>

#include "mem.h"

static const char library[] = "libstemmer.so.0d"; /* Debian's name for what libstemmer.h declares */

/* Snowball's stemmer keeps state while it works, hence the lock. */
struct morph_stemmer {
	void *handle;
	struct sb_stemmer *snowball;
	pthread_mutex_t lock;
	__typeof__(&sb_stemmer_new) make;
	__typeof__(&sb_stemmer_delete) delete;
	__typeof__(&sb_stemmer_stem) stem;
	__typeof__(&sb_stemmer_length) length;
};

static bool take_functions(struct morph_stemmer *s)
{
	const struct {
		const char *name;
		void *to;
	} functions[] = { { "sb_stemmer_new", &s->make },
			  { "sb_stemmer_delete", &s->delete },
			  { "sb_stemmer_stem", &s->stem },
			  { "sb_stemmer_length", &s->length } };

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		void *found = dlsym(s->handle, functions[i].name);

		if (!found)
			return false;
		memcpy(functions[i].to, &found, sizeof found);
	}
	return true;
}

struct morph_stemmer *morph_stemmer_new(void)
{
	struct morph_stemmer *s = mem_alloc(sizeof *s);

	pthread_mutex_init(&s->lock, NULL);
	s->handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
	if (s->handle && take_functions(s))
		s->snowball = s->make("russian", "UTF_8");
	if (s->snowball)
		return s;
	morph_stemmer_free(s);
	return NULL;
}

void morph_stemmer_free(struct morph_stemmer *s)
{
	if (!s)
		return;
	if (s->snowball)
		s->delete (s->snowball);
	if (s->handle)
		dlclose(s->handle);
	pthread_mutex_destroy(&s->lock);
	free(s);
}

bool morph_stemmer_put(struct morph_stemmer *s, struct span word, struct buf *out)
{
	const sb_symbol *stem;

	if (!s)
		return false;
	pthread_mutex_lock(&s->lock);
	stem = s->stem(s->snowball, (const sb_symbol *)word.p, (int)word.n);
	if (stem)
		buf_add(out, span_make((const char *)stem, (size_t)s->length(s->snowball)));
	pthread_mutex_unlock(&s->lock);
	return stem != NULL;
}
