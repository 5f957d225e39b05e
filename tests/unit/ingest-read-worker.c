/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workers and their sandbox: what a document may cost, and what a process that reads it may still do. */
#include "read-frame.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "limit.h"
#include "worker_p.h"

struct seen {
	int lines, problems, code, asked;
	char text[sizeof((struct err *)0)->text];
};

static void on_line(void *ctx)
{
	((struct seen *)ctx)->lines++;
}

static void on_problem(void *ctx, struct err *e)
{
	struct seen *s = ctx;

	s->problems++;
	s->code = e->code;
	snprintf(s->text, sizeof s->text, "%s", e->text);
}

static void read_one(struct seen *s, struct buf *out, struct span bytes)
{
	static const struct read_options none = { 0 };
	struct err e = { 0 };
	struct sandbox *box = sandbox_new(&e);
	struct worker w = {
		.sandbox = box, .options = &none, .out = out, .line_done = on_line, .problem = on_problem, .ctx = s
	};

	worker_read(&w, "x.txt", bytes);
	sandbox_free(box);
}

static void a_document_gives_a_line(void **state)
{
	struct seen s = { 0 };
	struct buf out = { 0 };

	(void)state;
	read_one(&s, &out, SPAN("Решение принято."));
	assert_int_equal(s.lines, 1);
	assert_int_equal(s.problems, 0);
	assert_non_null(strstr(buf_str(&out), "\"text\":\"Решение принято.\""));
	assert_true(out.p[out.n - 1] == '\n');
	buf_free(&out);
}

static bool yes(void *ctx)
{
	(void)ctx;
	return true;
}

static void a_document_that_is_interrupted_gives_none(void **state)
{
	static const struct read_options none = { 0 };
	struct seen s = { 0 };
	struct buf out = { 0 };
	struct worker w = {
		.options = &none, .out = &out, .line_done = on_line, .problem = on_problem, .stopped = yes, .ctx = &s
	};

	(void)state;
	worker_read(&w, "x.txt", SPAN("Решение принято."));
	assert_int_equal(s.lines, 0);
	assert_int_equal(s.problems, 0);
	assert_int_equal(out.n, 0);
	buf_free(&out);
}

/* Is it to stop? Not at once: what it waits for does not come. */
static bool soon(void *ctx)
{
	return ++((struct seen *)ctx)->asked > 1;
}

static void expect_to_stop_waiting(const char *path)
{
	static const struct read_options none = { 0 };
	struct seen s = { 0 };
	struct err e = { 0 };
	struct buf out = { 0 };
	struct worker w = { .options = &none, .out = &out, .problem = on_problem, .stopped = soon, .ctx = &s };

	alarm(60); /* ends a test that waits for ever */
	assert_true(worker_read_path(&w, path, &e));
	alarm(0);
	assert_int_equal(s.asked, 2);
	assert_int_equal(s.problems, 0);
	assert_int_equal(out.n, 0);
	buf_free(&out);
}

static void a_fifo_that_nobody_writes_to_can_be_interrupted(void **state)
{
	char dir[] = "/tmp/svod-test-XXXXXX", path[sizeof dir + 2];

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/f", dir);
	assert_int_equal(mkfifo(path, 0600), 0);
	expect_to_stop_waiting(path);
	unlink(path);
	rmdir(dir);
}

static void standard_input_that_gives_nothing_can_be_interrupted(void **state)
{
	int silent[2];

	(void)state;
	assert_int_equal(pipe(silent), 0);
	dup2(silent[0], STDIN_FILENO);
	expect_to_stop_waiting("-");
	close(silent[0]);
	close(silent[1]);
}

static void what_cannot_be_read_gives_a_line_without_text(void **state)
{
	struct seen s = { 0 };
	struct buf out = { 0 };

	(void)state;
	read_one(&s, &out, SPAN("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
	assert_int_equal(s.lines, 1);
	assert_int_equal(s.code, EX_DATAERR);
	assert_null(strstr(buf_str(&out), "},\"text\":"));
	assert_non_null(strstr(buf_str(&out), "\"unreadable\""));
	buf_free(&out);
}

static void members_of_an_archive_are_documents(void **state)
{
	/* a TAR with one file of 4 bytes: a header block, a data block */
	char tar[1024 + 1024 + 1] = { 0 };
	unsigned sum = 0;
	struct seen s = { 0 };
	struct buf out = { 0 };

	(void)state;
	snprintf(tar, 100, "dir/a.txt");
	memcpy(tar + 100, "0000644", 8);
	memcpy(tar + 124, "00000000004", 12);
	memcpy(tar + 148, "        ", 8);
	tar[156] = '0';
	memcpy(tar + 257, "ustar\00000", 8);
	for (int i = 0; i < 512; i++)
		sum += (unsigned char)tar[i];
	snprintf(tar + 148, 8, "%06o", sum);
	memcpy(tar + 512, "text", 4);
	read_one(&s, &out, span_make(tar, sizeof tar - 1));
	assert_int_equal(s.lines, 1);
	assert_non_null(strstr(buf_str(&out), "\"member\":\"dir/a.txt\""));
	assert_non_null(strstr(buf_str(&out), "!dir/a.txt\",\"source\""));
	buf_free(&out);
}

/* ---- what a child says, and what is made of it ---- */

static void speak(struct buf *b, enum frame_kind kind, struct span payload)
{
	char head[sizeof(struct frame_head)] = { 0 };
	uint64_t bytes = payload.n;

	memcpy(head, &bytes, sizeof bytes);
	head[sizeof bytes] = (char)kind;
	buf_add(b, span_make(head, sizeof head));
	buf_add(b, payload);
}

/* Listens to a child that says these frames. */
static bool listen_to(struct parent *p, const struct buf *frames)
{
	int fds[2], status;
	bool listened;

	assert_int_equal(pipe(fds), 0);
	p->pid = fork();
	if (p->pid == 0) {
		close(fds[0]);
		_exit(buf_write_fd(fds[1], buf_span(frames)) ? 0 : 1);
	}
	close(fds[1]);
	p->fd = fds[0];
	listened = worker_listen(p);
	close(fds[0]);
	waitpid(p->pid, &status, 0);
	return listened;
}

static void what_was_taken_of_a_child_is_not_kept(void **state)
{
	static const char much[40001];
	struct buf frames = { 0 };
	struct worker w = { 0 };
	struct parent p = { .w = &w };

	(void)state;
	for (int i = 0; i < 500; i++)
		speak(&frames, FRAME_REMARK, span_make(much, sizeof much));
	speak(&frames, FRAME_END, SPAN(""));
	assert_true(listen_to(&p, &frames));
	assert_true(p.ended);
	assert_in_range(p.in.cap, 1, 1 << 20);
	buf_free(&p.in);
	buf_free(&frames);
}

static const struct source_job plan = { .path = "plan.txt",
					.sha256 = "0123456789abcdef0123456789abcdef",
					.file_bytes = 7 };

static void speak_line(struct buf *frames, const struct source_job *of, const char *format)
{
	struct doc d = { 0 };
	struct buf line = { 0 };

	worker_name_source(&d, of);
	d.source.format = span_of(format);
	doc_write(&d, &line);
	speak(frames, FRAME_LINE, buf_span(&line));
	doc_free(&d);
	buf_free(&line);
}

/* What a child says that was to read the plan gives so many lines; nonsense: and it is ended for it. */
static void expect_of(struct buf *frames, int lines, bool nonsense)
{
	struct seen s = { 0 };
	struct buf out = { 0 };
	struct worker w = { .out = &out, .line_done = on_line, .problem = on_problem, .ctx = &s };
	struct parent p = { .w = &w, .job = &plan };
	int newlines = 0;

	speak(frames, FRAME_END, SPAN(""));
	assert_int_equal(listen_to(&p, frames), !nonsense);
	assert_int_equal(p.nonsense, nonsense);
	for (size_t i = 0; i < out.n; i++)
		newlines += out.p[i] == '\n';
	assert_int_equal(s.lines, lines);
	assert_int_equal(newlines, lines);
	buf_free(&p.in);
	buf_free(&out);
	buf_free(frames);
}

static void a_child_writes_the_line_of_its_own_source(void **state)
{
	struct source_job other = plan;
	struct buf f = { 0 };

	(void)state;
	speak_line(&f, &plan, "txt");
	expect_of(&f, 1, false);
	speak_line(&f, &plan, "");
	expect_of(&f, 1, false);
	other.path = "law.txt";
	speak_line(&f, &other, "txt");
	expect_of(&f, 0, true);
	other = plan;
	other.sha256[0] = 'f';
	speak_line(&f, &other, "txt");
	expect_of(&f, 0, true);
	other = plan;
	other.member = SPAN("a.txt");
	speak_line(&f, &other, "");
	expect_of(&f, 0, true);
	speak(&f, FRAME_LINE, SPAN("{\"svod\":1}\n"));
	expect_of(&f, 0, true);
	speak(&f, FRAME_LINE, SPAN(""));
	expect_of(&f, 0, true);
}

static void a_child_writes_one_line(void **state)
{
	struct buf f = { 0 }, line = { 0 };
	struct doc d = { 0 };

	(void)state;
	speak_line(&f, &plan, "txt");
	speak_line(&f, &plan, "txt");
	expect_of(&f, 1, true);
	worker_name_source(&d, &plan);
	doc_write(&d, &line);
	buf_puts(&line, "{\"svod\":1,\"id\":\"of another\"}\n");
	speak(&f, FRAME_LINE, buf_span(&line));
	expect_of(&f, 0, true);
	line.n = 30; /* no end */
	speak(&f, FRAME_LINE, buf_span(&line));
	expect_of(&f, 0, true);
	doc_free(&d);
	buf_free(&line);
}

static void archives_are_as_deep_as_the_parent_allows(void **state)
{
	struct source_job deep = plan;
	struct seen s = { 0 };
	struct buf f = { 0 };
	struct worker w = { .problem = on_problem, .ctx = &s };
	struct parent p = { .w = &w, .job = &deep };

	(void)state;
	deep.depth = LIMIT_ARCHIVE_DEPTH;
	speak(&f, FRAME_MEMBER, SPAN("a.txt\0text"));
	assert_false(listen_to(&p, &f));
	assert_true(p.nonsense);
	buf_free(&p.in);
	buf_free(&f);
}

static void a_child_cannot_end_the_run(void **state)
{
	struct seen s = { 0 };
	struct buf f = { 0 };
	struct worker w = { .problem = on_problem, .ctx = &s };
	struct parent p = { .w = &w, .job = &plan };

	(void)state;
	speak(&f, FRAME_PROBLEM, SPAN("74 standard output"));
	assert_true(listen_to(&p, &f));
	assert_int_equal(s.code, EX_DATAERR);
	buf_free(&p.in);
	buf_free(&f);
}

/* What the sandboxed child found possible: bits of its exit status. */
static int probe(void)
{
	struct err e = { 0 };
	struct sandbox *box = sandbox_new(&e);
	pid_t pid = fork();
	int status = 0;

	if (pid == 0) {
		int could = 0, fd;

		if (!box || !sandbox_enter(box, &e))
			_exit(64);
		could |= socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 1 : 0;
		could |= open("/tmp/svod-sandbox-probe", O_WRONLY | O_CREAT, 0600) >= 0 ? 2 : 0;
		fd = fork();
		if (fd == 0)
			_exit(0);
		could |= fd > 0 ? 4 : 0;
		could |= execl("/bin/true", "true", (char *)NULL) == 0 ? 8 : 0;
		_exit(could);
	}
	waitpid(pid, &status, 0);
	sandbox_free(box);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void the_sandbox_has_no_network_no_writing_no_processes(void **state)
{
	(void)state;
	assert_int_equal(probe(), 0);
}

/* What a library says on a standard error that is a file is not written, and ends nothing. */
static void writing_to_a_file_fails_and_goes_on(void **state)
{
	FILE *file = tmpfile();
	pid_t pid = fork();
	int status = 0;

	(void)state;
	assert_non_null(file);
	if (pid == 0) {
		sandbox_limit(64, 10);
		_exit(write(fileno(file), "x", 1) < 0 && errno == EFBIG ? 0 : 1);
	}
	waitpid(pid, &status, 0);
	fclose(file);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_gives_a_line),
		cmocka_unit_test(a_document_that_is_interrupted_gives_none),
		cmocka_unit_test(a_fifo_that_nobody_writes_to_can_be_interrupted),
		cmocka_unit_test(standard_input_that_gives_nothing_can_be_interrupted),
		cmocka_unit_test(what_cannot_be_read_gives_a_line_without_text),
		cmocka_unit_test(members_of_an_archive_are_documents),
		cmocka_unit_test(what_was_taken_of_a_child_is_not_kept),
		cmocka_unit_test(a_child_writes_the_line_of_its_own_source),
		cmocka_unit_test(a_child_writes_one_line),
		cmocka_unit_test(archives_are_as_deep_as_the_parent_allows),
		cmocka_unit_test(a_child_cannot_end_the_run),
		cmocka_unit_test(the_sandbox_has_no_network_no_writing_no_processes),
		cmocka_unit_test(writing_to_a_file_fails_and_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
