/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FUZZ_REPLAY_H
#define FUZZ_REPLAY_H

#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#include "buf.h"

/* Runs a fuzzer on every file of a folder; returns how many there were, -1: one cannot be read. */
static inline int fuzz_replay(const char *folder, int (*run)(const uint8_t *data, size_t size))
{
	DIR *dir = opendir(folder);
	int n = 0;

	for (struct dirent *f; dir && n >= 0 && (f = readdir(dir));) {
		char path[512];
		struct buf bytes = { 0 };
		int fd;

		if (f->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, f->d_name);
		fd = open(path, O_RDONLY | O_CLOEXEC);
		n = fd >= 0 && buf_read_fd(&bytes, fd, 1 << 20) == 0 ? n + 1 : -1;
		if (n > 0)
			run((const uint8_t *)buf_str(&bytes), bytes.n);
		if (fd >= 0)
			close(fd);
		buf_free(&bytes);
	}
	if (dir)
		closedir(dir);
	return n;
}

#endif
