/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seccomp and Landlock around the readers. The filter is made once by libseccomp and kept as a BPF program, because a
 * child is forked for every document and must not spend its time on building it.
 */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "data.h"
#include "i18n.h"
#include "mem.h"

struct sandbox {
	struct sock_filter *code;
	unsigned short n;
	int landlock; /* rule set; -1: the kernel has none */
};

/* Harmless by themselves: memory, threads, time, reading what is open. */
static const int allowed[] = {
	SCMP_SYS(read),
	SCMP_SYS(readv),
	SCMP_SYS(pread64),
	SCMP_SYS(preadv),
	SCMP_SYS(write),
	SCMP_SYS(writev),
	SCMP_SYS(lseek),
	SCMP_SYS(close),
	SCMP_SYS(fstat),
	SCMP_SYS(newfstatat),
	SCMP_SYS(stat),
	SCMP_SYS(lstat),
	SCMP_SYS(statx),
	SCMP_SYS(access),
	SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2),
	SCMP_SYS(readlink),
	SCMP_SYS(readlinkat),
	SCMP_SYS(getdents64),
	SCMP_SYS(fstatfs),
	SCMP_SYS(statfs),
	SCMP_SYS(getcwd),
	SCMP_SYS(dup),
	SCMP_SYS(brk),
	SCMP_SYS(mmap),
	SCMP_SYS(munmap),
	SCMP_SYS(mremap),
	SCMP_SYS(mprotect),
	SCMP_SYS(madvise),
	SCMP_SYS(futex),
	SCMP_SYS(set_robust_list),
	SCMP_SYS(get_robust_list),
	SCMP_SYS(rseq),
	SCMP_SYS(set_tid_address),
	SCMP_SYS(membarrier),
	SCMP_SYS(sched_yield),
	SCMP_SYS(sched_getaffinity),
	SCMP_SYS(getcpu),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(restart_syscall),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(clock_getres),
	SCMP_SYS(clock_nanosleep),
	SCMP_SYS(nanosleep),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(time),
	SCMP_SYS(times),
	SCMP_SYS(getrusage),
	SCMP_SYS(getrandom),
	SCMP_SYS(getpid),
	SCMP_SYS(gettid),
	SCMP_SYS(getuid),
	SCMP_SYS(geteuid),
	SCMP_SYS(getgid),
	SCMP_SYS(getegid),
	SCMP_SYS(uname),
	SCMP_SYS(sysinfo),
	SCMP_SYS(getrlimit),
	SCMP_SYS(poll),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
};

enum { WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND };

static int add_rules(scmp_filter_ctx ctx)
{
	int bad = 0;

	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, allowed[i], 0);
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, WRITING, 0));
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, WRITING, 0));
	/* threads but no processes; clone3 hides its flags behind a pointer: libc then falls back to clone */
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
				SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM));
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl), 0);
	/* its own limits may be asked for, never changed */
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0, 0));
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_GETFL, 0));
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_GETFD, 0));
	bad |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_SETFD, 0));
	return bad;
}

/* Builds the filter with libseccomp and fetches it as BPF. */
static bool compile(struct sandbox *s)
{
	scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int fd = ctx ? memfd_create("filter", MFD_CLOEXEC) : -1;
	bool ok = fd >= 0 && add_rules(ctx) == 0 && seccomp_export_bpf(ctx, fd) == 0;
	off_t size = ok ? lseek(fd, 0, SEEK_END) : 0;

	if (size > 0 && (size_t)size / sizeof *s->code <= 4096) {
		s->code = mem_alloc((size_t)size);
		s->n = (unsigned short)((size_t)size / sizeof *s->code);
		ok = pread(fd, s->code, (size_t)size, 0) == size;
	}
	if (fd >= 0)
		close(fd);
	if (ctx)
		seccomp_release(ctx);
	return ok && s->n > 0;
}

/* Where libraries keep what they load late. */
static const char *const data_folders[] = {
	"/usr/share",
	"/usr/local/share",
	"/usr/lib",
	"/lib",
	"/etc/fonts",
	"/etc/ld.so.cache",
	"/var/cache/fontconfig",
	"/proc/self",
	"/sys/devices/system/cpu",
};

/* What workers open of svod's own: the dictionary that OCR repairs look words up in, rules, the library of OCR. */
static const char *const own_data[] = { "dict", "rules", "svod_ocr.so" };

static void allow_reading(int set, const char *path)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};
	struct stat is;

	if (rule.parent_fd < 0)
		return;                                         /* what is not there needs no permission */
	if (!fstat(rule.parent_fd, &is) && S_ISDIR(is.st_mode)) /* refused for a file */
		rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
	(void)syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(rule.parent_fd);
}

static int landlock_new(void)
{
	struct landlock_ruleset_attr attr = {
		.handled_access_fs =
			LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
			LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
			LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_SYM,
	};
	int set = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
	const char *tessdata = getenv("TESSDATA_PREFIX");
	struct buf own = { 0 };

	if (set < 0)
		return -1;
	for (size_t i = 0; i < sizeof data_folders / sizeof *data_folders; i++)
		allow_reading(set, data_folders[i]);
	if (tessdata)
		allow_reading(set, tessdata);
	for (size_t i = 0; i < sizeof own_data / sizeof *own_data; i++) {
		buf_reset(&own);
		if (data_path(own_data[i], &own))
			allow_reading(set, buf_str(&own));
	}
	buf_free(&own);
	return set;
}

struct sandbox *sandbox_new(struct err *e)
{
	struct sandbox *s = mem_alloc(sizeof *s);

	s->landlock = -1;
	if (!compile(s)) {
		err_set(e, EX_UNAVAILABLE,
			_("no sandbox: libseccomp does not work here. --no-sandbox reads without one"));
		sandbox_free(s);
		return NULL;
	}
	s->landlock = landlock_new();
	return s;
}

void sandbox_free(struct sandbox *s)
{
	if (!s)
		return;
	if (s->landlock >= 0)
		close(s->landlock);
	free(s->code);
	free(s);
}

bool sandbox_enter(const struct sandbox *s, struct err *e)
{
	struct sock_fprog program = { .len = s->n, .filter = s->code };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return err_set(e, EX_UNAVAILABLE, "no sandbox: %s", err_why(errno));
	if (s->landlock >= 0 && syscall(SYS_landlock_restrict_self, s->landlock, 0) < 0)
		return err_set(e, EX_UNAVAILABLE, "no sandbox: Landlock: %s", err_why(errno));
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) < 0)
		return err_set(e, EX_UNAVAILABLE, "no sandbox: seccomp: %s", err_why(errno));
	return true;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SHADOWED = 1 };
#elif defined(__has_feature)
enum { SHADOWED = __has_feature(address_sanitizer) };
#else
enum { SHADOWED = 0 };
#endif

/* Bytes of address space in use (field 1 of /proc/self/statm, in pages); 0: not known. */
static size_t address_space(void)
{
	char text[64] = { 0 };
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return 0;
	if (read(fd, text, sizeof text - 1) <= 0)
		text[0] = 0;
	close(fd);
	return strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}

static void limit(int what, rlim_t value)
{
	struct rlimit l;

	if (getrlimit((__rlimit_resource_t)what, &l) < 0)
		return;
	if (l.rlim_max != RLIM_INFINITY && value > l.rlim_max)
		value = l.rlim_max;
	l.rlim_cur = value;
	(void)setrlimit((__rlimit_resource_t)what, &l);
}

void sandbox_limit(size_t memory_mb, long cpu_s)
{
	size_t now = address_space();

	if (now && !SHADOWED) /* a sanitizer's shadow memory takes terabytes of address space */
		limit(RLIMIT_AS, now + (memory_mb << 20));
	limit(RLIMIT_CPU, (rlim_t)cpu_s);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, 0);
	/* what a library says on a standard error that is a file is lost; it is no reason to end */
	(void)signal(SIGXFSZ, SIG_IGN);
}

enum { WARM_PER_BYTE = 8, WARM_MOST = 1 << 20 }; /* memory for each byte of a source, and at most */

void sandbox_warm(size_t source_bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), bytes = source_bytes * WARM_PER_BYTE;
	char *p;

	if (bytes > WARM_MOST)
		bytes = WARM_MOST;
	mallopt(M_MMAP_THRESHOLD, 2 * WARM_MOST);
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
	p = malloc(bytes + page);
	if (p)
		(void)madvise((char *)(((uintptr_t)p + page - 1) / page * page), bytes, MADV_POPULATE_WRITE);
	free(p);
}

void sandbox_more_cpu(pid_t pid, long cpu_s)
{
	struct rlimit l;
	struct timespec used;
	clockid_t clock;

	if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &used) || prlimit(pid, RLIMIT_CPU, NULL, &l))
		return;
	l.rlim_cur = (rlim_t)(used.tv_sec + 1 + cpu_s);
	if (l.rlim_max != RLIM_INFINITY && l.rlim_cur > l.rlim_max)
		l.rlim_cur = l.rlim_max;
	(void)prlimit(pid, RLIMIT_CPU, &l, NULL);
}
