/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors as values: set where they happen, given context on the way up, printed by main. */
#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "i18n.h"

bool err_set(struct err *e, int code, const char *format, ...)
{
	va_list ap;

	if (e->code)
		return false;
	e->code = code;
	va_start(ap, format);
	vsnprintf(e->text, sizeof e->text, format, ap);
	va_end(ap);
	return false;
}

bool err_sys(struct err *e, int code, const char *format, ...)
{
	const char *why = strerror(errno);
	va_list ap;
	size_t n;

	if (e->code)
		return false;
	e->code = code;
	va_start(ap, format);
	vsnprintf(e->text, sizeof e->text, format, ap);
	va_end(ap);
	n = strlen(e->text);
	snprintf(e->text + n, sizeof e->text - n, ": %s", why);
	return false;
}

bool err_in(struct err *e, const char *format, ...)
{
	char old[sizeof e->text];
	va_list ap;
	size_t n;

	if (!e->code)
		return false;
	memcpy(old, e->text, sizeof old);
	va_start(ap, format);
	vsnprintf(e->text, sizeof e->text, format, ap);
	va_end(ap);
	n = strlen(e->text);
	snprintf(e->text + n, sizeof e->text - n, ": %s", old);
	return false;
}

bool err_flush(struct err *e)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	return err_sys(e, EX_IOERR, "%s", _("standard output"));
}
