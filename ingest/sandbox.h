/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_SANDBOX_H
#define SVOD_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "err.h"

/*
 * What a process that parses a stranger's file may still do: compute, read memory it was given, write to open
 * descriptors, start threads, and read the data folders of the libraries (fonts, OCR languages, encodings). It may not
 * open anything for writing, use the network, or start processes. System calls that are not allowed fail with EPERM.
 */
struct sandbox;

/*
 * Prepares the filter once, for any number of children. NULL with e (69) where the kernel or libseccomp cannot;
 * a kernel without Landlock is served by seccomp alone (reading is then not confined to the data folders).
 */
struct sandbox *sandbox_new(struct err *e);
void sandbox_free(struct sandbox *s);

/* Enters it for the rest of the calling process's life. False: e has 69. */
bool sandbox_enter(const struct sandbox *s, struct err *e) MUST_USE;

/*
 * Bounds the calling process: bytes of address space beyond what it has now, CPU seconds (SIGXCPU then ends it), no
 * core file, no file written.
 */
void sandbox_limit(size_t memory_mb, long cpu_s);

/*
 * Has the system hand out at once the memory that a source of so many bytes will need: page by page, as it is touched,
 * costs a third of the time of a small one. Once in a child, before anything else is allocated.
 */
void sandbox_warm(size_t source_bytes);

/* Gives process pid cpu_s more seconds from now on. */
void sandbox_more_cpu(pid_t pid, long cpu_s);

#endif
