/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SVOD_VERSION_H
#define SVOD_VERSION_H

#define SVOD_VERSION "0.1.0"

#endif
