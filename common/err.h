/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_ERR_H
#define SVOD_ERR_H

#include <stdbool.h>
#include <sysexits.h>

#define MUST_USE __attribute__((warn_unused_result))

/*
 * Why something failed. Zero-initialized: no error. The first error wins: err_set on an error that is set already
 * changes nothing. Context is added on the way up with err_in. Only main prints it (log_err).
 */
struct err {
	int code;        /* exit code as in sysexits.h; 0 = no error */
	char text[1200]; /* "place: problem, what to do", without the program's name */
};

/* Sets code and text. Always returns false, so that `return err_set(e, …)` reads well. */
bool err_set(struct err *e, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* What a value of errno means, in the language of the session; lives as long as strerror's. */
const char *err_why(int number);

/* err_set with ": " and err_why(errno) behind the text. */
bool err_sys(struct err *e, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Puts "place: " before the text of an error that is set. Always returns false. */
bool err_in(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes out what stdio holds for standard output; false, with 74, where something of it was lost. */
bool err_flush(struct err *e) MUST_USE;

/* No error any more. */
static inline void err_clear(struct err *e)
{
	e->code = 0;
	e->text[0] = 0;
}

#endif
