/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule sets as bytes that are mapped and used where they lie. */
#include "analyze-rules.h"

#include <sys/mman.h>

#include "image.h"

static const char rules[] = "%map month\n\tмарт{,а,е}\t03\n\tапрел~\t04\n"
			    "rule a\n\ttype date\n\tpattern (?<d>\\d{1,2}) (?<m>%month)\n\tvalue {m:month}-{d:02}\n"
			    "\tunless-before /дом~/\n\tyes \"5 марта\" = 03-05\n\tno \"дом 5 марта\"\n"
			    "rule b\n\ttype event\n\tpattern съезд~\n\tvalue съезд\n\tnorm.kind congress\n\tyes "
			    "\"съезда\"\n\tno \"съест\"\n";
static const char text[] = "Принято 5 марта, дом 6 апреля, съезд 7 апреля";

static struct ruleset_source source_in(char *dir, const char **names)
{
	char path[200];
	FILE *f;

	strcpy(dir, "/tmp/svod-image-XXXXXX");
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/a.rules", dir);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(rules, f);
	fclose(f);
	names[0] = dir;
	return (struct ruleset_source){ names, 1, NULL, true };
}

/* The image of the rules above in a file without a name; *hash: theirs. */
static int image_of_rules(unsigned long long *hash)
{
	char dir[40], path[200];
	const char *names[1];
	struct ruleset_source src = source_in(dir, names);
	struct err e = { 0 };
	struct ruleset *rs = ruleset_load(&src, &e);
	struct buf frozen = { 0 }, image = { 0 };
	int fd = memfd_create("image", 0);

	assert_non_null(rs);
	assert_int_equal(ruleset_errors(rs), 0);
	ruleset_compile_all(rs);
	assert_true(ruleset_freeze(rs, &frozen));
	assert_true(image_write(&src, buf_span(&frozen), (struct span){ 0 }, &image));
	assert_int_equal(write(fd, image.p, image.n), image.n);
	*hash = ruleset_hash(rs);
	ruleset_free(rs);
	buf_free(&frozen);
	buf_free(&image);
	snprintf(path, sizeof path, "%s/a.rules", dir);
	unlink(path);
	rmdir(dir);
	return fd;
}

static void finds_its_items(struct ruleset *rs)
{
	struct matcher *m;
	struct doc d;

	assert_non_null(rs);
	m = matcher_new(rs);
	doc_of(&d, text);
	matcher_run(m, &d);
	assert_int_equal(d.n_items, 3);
	for (size_t i = 0; i < d.n_items; i++)
		if (d.items[i].type == ITEM_EVENT)
			assert_true(span_is(jval_str(d.items[i].norm, "kind"), "congress"));
		else
			assert_true(
				span_is(jval_str(d.items[i].norm, "value"), d.items[i].start < 40 ? "03-05" : "04-07"));
	doc_free(&d);
	matcher_free(m);
	ruleset_free(rs);
}

static void an_image_works_as_the_rules_it_was_made_of(void **state)
{
	unsigned long long hash;
	int fd = image_of_rules(&hash);

	(void)state;
	finds_its_items(image_map(fd, hash, true));
	close(fd);
}

static void two_images_at_once_stand_at_two_addresses_and_both_work(void **state)
{
	unsigned long long hash;
	int fd = image_of_rules(&hash);
	struct ruleset *one = image_map(fd, hash, true), *other = image_map(fd, hash, true);

	(void)state;
	assert_true(one != other);
	finds_its_items(other);
	finds_its_items(one);
	close(fd);
}

static void an_image_of_other_rules_or_one_that_is_damaged_is_refused(void **state)
{
	unsigned long long hash;
	int fd = image_of_rules(&hash);
	off_t end = lseek(fd, 0, SEEK_END);

	(void)state;
	assert_null(image_map(fd, hash + 1, true));
	assert_int_equal(pwrite(fd, "x", 1, end / 2), 1);
	assert_null(image_map(fd, hash, true));
	assert_int_equal(ftruncate(fd, end - 1), 0);
	assert_null(image_map(fd, hash, true));
	assert_int_equal(ftruncate(fd, 3), 0);
	assert_null(image_map(fd, hash, true));
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_image_works_as_the_rules_it_was_made_of),
		cmocka_unit_test(two_images_at_once_stand_at_two_addresses_and_both_work),
		cmocka_unit_test(an_image_of_other_rules_or_one_that_is_damaged_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
