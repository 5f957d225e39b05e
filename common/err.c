/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors as values: set where they happen, given context on the way up, printed by main. */
#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "i18n.h"

/* What people meet; the rest comes from the C library, which knows Russian where its own catalogue is installed. */
static const struct {
	int number;
	const char *text;
} reasons[] = {
	{ ENOENT, N_("No such file or directory") },
	{ EACCES, N_("Permission denied") },
	{ EPERM, N_("Operation not permitted") },
	{ EISDIR, N_("Is a directory") },
	{ ENOTDIR, N_("Not a directory") },
	{ EEXIST, N_("File exists") },
	{ ENOSPC, N_("No space left on device") },
	{ EDQUOT, N_("Disk quota exceeded") },
	{ EFBIG, N_("File too large") },
	{ EROFS, N_("Read-only file system") },
	{ EIO, N_("Input/output error") },
	{ EPIPE, N_("Broken pipe") },
	{ EBUSY, N_("Device or resource busy") },
	{ EAGAIN, N_("Resource temporarily unavailable") },
	{ ENOMEM, N_("Cannot allocate memory") },
	{ EMFILE, N_("Too many open files") },
	{ ENFILE, N_("Too many open files in system") },
	{ ENAMETOOLONG, N_("File name too long") },
	{ ELOOP, N_("Too many levels of symbolic links") },
	{ ENOSYS, N_("Function not implemented") },
	{ EINVAL, N_("Invalid argument") },
	{ ENXIO, N_("No such device or address") },
};

const char *err_why(int number)
{
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].number == number)
			return _(reasons[i].text);
	return strerror(number);
}

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
	const char *why = err_why(errno);
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
