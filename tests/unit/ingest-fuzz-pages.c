/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzer of the geometry of pages starts from, laid out again. */
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "read-frame.h"
#include "../fuzz/ingest-pdf.c"

static void every_page_is_laid(void **state)
{
	static const char folder[] = "tests/fuzz/seeds/ingest-pdf";
	DIR *dir = opendir(folder);
	int n = 0;

	(void)state;
	assert_non_null(dir);
	for (struct dirent *f; (f = readdir(dir));) {
		char path[512];
		struct buf bytes = { 0 };
		int fd;

		if (f->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, f->d_name);
		fd = open(path, O_RDONLY);
		assert_true(fd >= 0 && buf_read_fd(&bytes, fd, 1 << 20) == 0);
		close(fd);
		assert_int_equal(LLVMFuzzerTestOneInput((const uint8_t *)buf_str(&bytes), bytes.n), 0);
		buf_free(&bytes);
		n++;
	}
	closedir(dir);
	assert_true(n >= 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_page_is_laid) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
