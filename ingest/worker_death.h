/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_WORKER_DEATH_H
#define SVOD_WORKER_DEATH_H

#include <stdbool.h>

/* Was the child ended for using up its time? status: of waitpid. */
bool worker_took_too_long(int status);

/* Why a child ended before it had said everything, one static sentence; listened false: it was killed for silence. */
const char *worker_death_cause(int status, bool listened);

#endif
