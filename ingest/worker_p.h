/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORKER_P_H
#define SVOD_WORKER_P_H

#include <stdint.h>
#include <sys/types.h>

#include "digest.h"
#include "worker.h"

/*
 * The two sides of a worker: worker.c forks the child and buries it, worker_child.c is what the child does, and
 * worker_listen.c takes what it says. The child speaks in frames: a letter, a length, that many bytes.
 */
enum frame_kind {
	FRAME_LINE = 'L',     /* one line of the stream */
	FRAME_MEMBER = 'M',   /* name, NUL, bytes of a member */
	FRAME_PROBLEM = 'E',  /* exit code in decimal, space, sentence */
	FRAME_REMARK = 'R',   /* sentence for a person */
	FRAME_PROGRESS = 'P', /* "page pages" */
	FRAME_END = 'Z'       /* the child has said everything */
};

struct frame_head {
	uint64_t bytes;
	char kind;
};

/* One source: a file, or a member of an archive. */
struct source_job {
	const char *path;
	struct span member; /* path inside the archive(s), "a.zip!b.txt"; empty: the file itself */
	struct span bytes;
	char sha256[DIGEST_HEX]; /* of the file, hexadecimal */
	int64_t file_bytes;
	int depth;
};

/* What the parent knows of a child. */
struct parent {
	struct worker *w;
	const struct source_job *job;
	pid_t pid;
	int fd;
	struct buf in; /* bytes of the pipe that are no whole frame yet */
	size_t at;     /* where the next frame begins in it */
	/* a line that is arriving goes straight into w->out: how much of it is still to come, and where it begins there
	 */
	uint64_t line_left;
	size_t line_from;
	int lines, members, pages; /* that it spoke of */
	bool ended;                /* FRAME_END came */
	bool nonsense;             /* it said what no child of ours says */
	bool simply;               /* a second try, without what took too long */
};

enum { WORKER_TICK_MS = 200 }; /* how often it is asked whether to stop */

/* The path, or that of the member inside its archive: what readers are told by name. Borrowed from the job. */
const char *worker_name(const struct source_job *job);

/* Sets id and source of the line that the job gives; d borrows from the job. */
void worker_name_source(struct doc *d, const struct source_job *job);

/* Reads the job in a child of its own. */
void worker_read_job(struct worker *w, const struct source_job *job);

/* The whole of the child: reads the job, says what comes out on fd. late: of reader_prepare. */
void worker_child(struct worker *w, const struct source_job *job, const void *late, int fd);

/* Takes what the child says until its pipe ends. False: to be killed, for silence or nonsense, or stopped. */
bool worker_listen(struct parent *p);

/* Tells p->w of a problem with the source: a sentence as notes have it, an exit code. */
void worker_problem(const struct parent *p, const char *sentence, int code);

#endif
