// The floor for following and replacing: what the same system calls cost without anything around them.
// calls resolve|retarget DIRECTORY
//
// Prints lines "NAME TAB NANOSECONDS", the median of many rounds in turns. The links are as deep as those of the JMH
// benchmarks, and there is a second thread as in every JVM: a descriptor costs more then.

#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { HOPS = 10, ROUNDS = 60, CALLS = 1000, WARM_UP = 1 };

static char directory[PATH_MAX - 256], start[PATH_MAX], temporary[PATH_MAX];
static char names[HOPS + 1][16];
static char text[PATH_MAX];
static struct statx found;
static const char *targets[] = {"releases/2026-11-21", "releases/2026-11-22"};
static int turn;

static void require(int succeeded, const char *what) {
    if (!succeeded) {
        perror(what);
        exit(1);
    }
}

static int held(void) {
    struct open_how how = {.flags = O_PATH | O_DIRECTORY | O_CLOEXEC, .resolve = RESOLVE_NO_SYMLINKS};
    return (int)syscall(SYS_openat2, AT_FDCWD, directory, &how, sizeof how);
}

static void with_realpath(void) {
    require(realpath(start, text) != NULL, "realpath");
}

// Every hop, the look that shows that the end is no link, and the system's own answer.
static void hop_by_hop(void) {
    int fd = held();
    require(fd >= 0, "openat2");
    for (int i = HOPS; i >= 0; i--) {
        require((readlinkat(fd, names[i], text, sizeof text) < 0) == (i == 0), "readlinkat");
    }
    require(statx(fd, names[HOPS], AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_MNT_ID, &found) == 0, "statx");
    close(fd);
}

static void by_hand(void) {
    require(symlink(targets[turn ^= 1], temporary) == 0, "symlink");
    require(rename(temporary, start) == 0, "rename");
}

// The temporary link is held, seen to be the one that was made, and given the times of the old one. The owner is right
// already.
static void inherit(int fd, const char *name, const struct statx *old) {
    int link = openat(fd, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    require(link >= 0, "openat");
    require(statx(link, "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_MNT_ID, &found) == 0, "statx");
    struct timespec times[] = {{old->stx_atime.tv_sec, old->stx_atime.tv_nsec},
                               {old->stx_mtime.tv_sec, old->stx_mtime.tv_nsec}};
    require(utimensat(link, "", times, AT_EMPTY_PATH) == 0, "utimensat");
    close(link);
}

static void replace(int keeping) {
    static const char old[] = "current", new[] = ".lw-12345-abcdefghijklmnopqrstuvwxyz";
    struct statfs volume;
    struct statx before;
    int fd = open(directory, O_DIRECTORY | O_CLOEXEC);
    require(fd >= 0, "open");
    require(readlinkat(fd, old, text, sizeof text) > 0, "readlinkat");
    require(fstatfs(fd, &volume) == 0, "fstatfs");
    if (keeping) {
        require(statx(fd, old, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_MNT_ID, &before) == 0,
                "statx");
    }
    require(symlinkat(targets[turn ^= 1], fd, new) == 0, "symlinkat");
    if (keeping) {
        inherit(fd, new, &before);
    }
    require(renameat2(fd, new, fd, old, RENAME_EXCHANGE) == 0, "renameat2");
    require(readlinkat(fd, new, text, sizeof text) > 0, "readlinkat");
    require(unlinkat(fd, new, 0) == 0, "unlinkat");
    close(fd);
}

static void exchanged(void) {
    replace(0);
}

static void exchanged_and_kept(void) {
    replace(1);
}

static void *wait_for_ever(void *nothing) {
    pause();
    return nothing;
}

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static double nanoseconds(void (*work)(void)) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int i = 0; i < CALLS; i++) {
        work();
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    return ((to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec)) / CALLS;
}

static void measure(int count, const char **what, void (**work)(void)) {
    static double taken[4][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (int i = 0; i < count; i++) {
            taken[i][round < 0 ? 0 : round] = nanoseconds(work[i]);
        }
    }
    for (int i = 0; i < count; i++) {
        qsort(taken[i], ROUNDS, sizeof taken[i][0], ascending);
        printf("%s\t%.1f\n", what[i], taken[i][ROUNDS / 2]);
    }
}

static void resolve(void) {
    const char *what[] = {"C, realpath", "C, calls of links"};
    void (*work[])(void) = {with_realpath, hop_by_hop};
    for (int i = 0; i <= HOPS; i++) {
        snprintf(names[i], sizeof names[i], "link-%d", i);
        snprintf(start, sizeof start, "%s/%s", directory, names[i]);
        require(i == 0 ? close(creat(start, 0600)) == 0 : symlink(names[i - 1], start) == 0, start);
    }
    measure(2, what, work);
    for (int i = 0; i <= HOPS; i++) {
        snprintf(start, sizeof start, "%s/%s", directory, names[i]);
        unlink(start);
    }
}

static void retarget(void) {
    const char *what[] = {"C, by hand", "C, calls of links without owner and times", "C, calls of links"};
    void (*work[])(void) = {by_hand, exchanged, exchanged_and_kept};
    snprintf(start, sizeof start, "%s/current", directory);
    snprintf(temporary, sizeof temporary, "%s/.current.new", directory);
    require(symlink(targets[0], start) == 0, start);
    measure(3, what, work);
    unlink(start);
}

int main(int count, char **arguments) {
    pthread_t other;
    if (count != 3) {
        fprintf(stderr, "usage: calls resolve|retarget DIRECTORY\n");
        return 2;
    }
    pthread_create(&other, NULL, wait_for_ever, NULL);
    snprintf(directory, sizeof directory, "%s/linkwright-bench1234567890123456789", arguments[2]);
    require(mkdir(directory, 0700) == 0, directory);
    (strcmp(arguments[1], "resolve") == 0 ? resolve : retarget)();
    rmdir(directory);
    return 0;
}
