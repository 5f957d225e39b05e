/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_LIMIT_H
#define SVOD_LIMIT_H

/*
 * Every bound on what comes from outside, in one place. A limit that is hit is said in a note or a message, never
 * silently.
 */
enum {
	LIMIT_FILE_BYTES = 512 << 20, /* one source file */
	LIMIT_NAMES_MB = 128,         /* a list of names of files: a million of them */
	LIMIT_TEXT_BYTES = 64 << 20,  /* text of one document */
	LIMIT_LINE_BYTES = 1 << 30,   /* one line of the stream */
	LIMIT_PAGES = 20000,          /* pages of one document */
	LIMIT_DEPTH = 200,            /* nesting of elements, tables in tables, archives count 4 */
	LIMIT_ARCHIVE_DEPTH = 4,
	LIMIT_MEMBERS = 100000, /* members of one archive */
	LIMIT_RATIO = 200,      /* unpacked : packed bytes of one member, above LIMIT_RATIO_FROM bytes */
	LIMIT_RATIO_FROM = 16 << 20,
	LIMIT_WORKER_MB = 1536, /* address space of a reading worker beyond the program itself */
	LIMIT_WORKER_CPU_S = 8, /* CPU seconds for one document, and again for every page that was recognized … */
	LIMIT_AGAIN_CPU_S = 2,  /* the same where a PDF is read once more, without drawing its pages */
	LIMIT_WORKER_MB_PER_CPU_S = 1, /* … and one more for so many MB of its source */
	LIMIT_WORKER_IDLE_S = 120,     /* seconds without a sign of life */
};

#endif
