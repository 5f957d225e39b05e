/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C shim around libmarisa. Loading hunspell's Ukrainian dictionary takes longer than reading fifty documents. */
#include <marisa.h>
#include <sys/stat.h>

#include <cstring>
#include <new>

extern "C" {
#include "data.h"
#include "wordforms.h"
}

namespace
{

constexpr size_t word_bytes = 80;

struct language {
	const char *code, *file;
	marisa::Trie trie;
	marisa::Agent agent;
	bool tried, found;
};

/* A damaged file is as good as none: libmarisa says so by an exception. */
bool map(language &l)
{
	buf path{};

	if (!l.tried && data_path(l.file, &path)) {
		try {
			l.trie.mmap(buf_str(&path));
			l.found = true;
		} catch (const marisa::Exception &) {
			l.found = false;
		}
	}
	l.tried = true;
	buf_free(&path);
	return l.found;
}

/* Keys are "form TAB rank stem". */
size_t put_stems(language &l, span word, buf *out)
{
	char query[word_bytes + 1];
	size_t n = 0;

	std::memcpy(query, word.p, word.n);
	query[word.n] = '\t';
	l.agent.set_query(query, word.n + 1);
	while (l.trie.predictive_search(l.agent)) {
		const marisa::Key &key = l.agent.key();

		if (key.length() <= word.n + 2)
			continue;
		buf_add(out, span_make(key.ptr() + word.n + 2, key.length() - word.n - 2));
		buf_putc(out, '\n');
		n++;
	}
	return n;
}

} // namespace

struct wordforms {
	language of[2] = { { "uk", "dict/uk.forms", {}, {}, false, false },
			   { "be", "dict/be.forms", {}, {}, false, false } };
};

struct wordforms *wordforms_new(void)
{
	return new wordforms;
}

void wordforms_free(struct wordforms *w)
{
	delete w;
}

size_t wordforms_stems(struct wordforms *w, struct span lang, struct span word, struct buf *out)
{
	for (language &l : w->of)
		if (span_starts(lang, span_of(l.code)))
			return word.n && word.n <= word_bytes && map(l) ? put_stems(l, word, out) : 0;
	return 0;
}

unsigned long long wordforms_version(struct span lang)
{
	buf name{}, path{};
	struct stat st;
	unsigned long long bytes = 0;

	buf_addf(&name, "dict/%.*s.forms", (int)lang.n, lang.p);
	if (data_path(buf_str(&name), &path) && stat(buf_str(&path), &st) == 0)
		bytes = (unsigned long long)st.st_size;
	buf_free(&name);
	buf_free(&path);
	return bytes;
}
