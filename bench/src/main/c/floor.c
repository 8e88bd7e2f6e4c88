// The floor for a scan: what the same system calls cost without anything around them. floor DIRECTORY THREADS
//
// Lists every directory with getdents64, asks the system once for every link whether it leads anywhere, and prints those
// that do not. Directories are opened relative to the one above, which stays open while it is listed.

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct work {
    struct work *next;
    char path[];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct work *stack;
static int busy;

static void push(const char *directory, const char *name) {
    size_t length = strlen(directory) + strlen(name) + 2;
    struct work *work = malloc(sizeof *work + length);
    snprintf(work->path, length, *directory ? "%s/%s" : "%s%s", directory, name);
    pthread_mutex_lock(&lock);
    work->next = stack;
    stack = work;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

static struct work *pop(void) {
    pthread_mutex_lock(&lock);
    busy--;
    while (!stack && busy > 0) {
        pthread_cond_wait(&changed, &lock);
    }
    struct work *work = stack;
    if (work) {
        stack = work->next;
        busy++;
    } else {
        pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&lock);
    return work;
}

static void visit(const char *path, char *buffer, size_t size) {
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        return;
    }
    long length;
    while ((length = syscall(SYS_getdents64, fd, buffer, size)) > 0) {
        for (long at = 0; at < length;) {
            struct dirent64 *entry = (struct dirent64 *) (buffer + at);
            at += entry->d_reclen;
            if (entry->d_type == DT_DIR) {
                if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) {
                    push(path, entry->d_name);
                }
            } else if (entry->d_type == DT_LNK) {
                struct statx status;
                if (statx(fd, entry->d_name, AT_NO_AUTOMOUNT, STATX_TYPE, &status) < 0) {
                    printf("%s/%s\n", path, entry->d_name);
                }
            }
        }
    }
    close(fd);
}

static void *run(void *nothing) {
    char *buffer = malloc(65536);
    struct work *work;
    while ((work = pop())) {
        visit(work->path, buffer, 65536);
        free(work);
    }
    free(buffer);
    return nothing;
}

int main(int argc, char **argv) {
    int threads = argc == 3 ? atoi(argv[2]) : 0;
    if (threads < 1 || threads > 64) {
        fprintf(stderr, "usage: floor DIRECTORY THREADS\n");
        return 2;
    }
    pthread_t others[64];
    push("", argv[1]);
    busy = threads;
    for (int i = 1; i < threads; i++) {
        pthread_create(&others[i], NULL, run, NULL);
    }
    run(NULL);
    for (int i = 1; i < threads; i++) {
        pthread_join(others[i], NULL);
    }
    return 0;
}
