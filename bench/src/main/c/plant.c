// Makes a tree for the comparison of scans, and of copies: plant DIRECTORY SHAPE ENTRIES [BYTES]
//
// Files are empty, or have so many bytes.
//
// Somewhat less than one entry in five is a link (100,000 of 560,000), every fifth link is broken. Of the links one third
// leads to a sibling, one third up and down again, one third is absolute.
//
//   many    directories of ten entries, three levels deep
//   few     eight large directories
//   one     a single large directory
//   chains  as many, with the links in chains of thirty, the last of which leads to a file or to nothing

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *root;
static long links;
static long size;
static char contents[1 << 20];

static void must(int result, const char *what) {
    if (result < 0) {
        fprintf(stderr, "plant: %s: %s\n", what, strerror(errno));
        exit(1);
    }
}

static int directory(int parent, const char *name) {
    must(mkdirat(parent, name, 0777), name);
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY);
    must(fd, name);
    return fd;
}

static void file(int fd, long number) {
    char name[64];
    snprintf(name, sizeof name, "file-%ld.txt", number);
    int made = openat(fd, name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    must(made, name);
    if (size > 0 && write(made, contents, size) != size) {
        must(-1, name);
    }
    close(made);
}

// The first file of the directory is number 0.
static void link_in(int fd, const char *way, long number) {
    char name[64], text[4096];
    const char *end = links % 5 == 4 ? "missing" : "file-0.txt";
    const char *last = strrchr(way, '/') ? strrchr(way, '/') + 1 : way;
    snprintf(name, sizeof name, "link-%ld", number);
    switch (links++ / 5 % 3) {
        case 0: snprintf(text, sizeof text, "%s", end); break;
        case 1: snprintf(text, sizeof text, "../%s/%s", last, end); break;
        default: snprintf(text, sizeof text, "%s/%s/%s", root, way, end);
    }
    must(symlinkat(text, fd, name), name);
}

static void chain_in(int fd, long number) {
    char name[64], text[64];
    snprintf(name, sizeof name, "link-%ld", number);
    if (number % 30 == 0) {
        snprintf(text, sizeof text, "%s", links++ % 5 == 4 ? "missing" : "file-0.txt");
    } else {
        snprintf(text, sizeof text, "link-%ld", number - 1);
    }
    must(symlinkat(text, fd, name), name);
}

int main(int argc, char **argv) {
    size = argc == 5 ? atol(argv[4]) : 0;
    if (argc < 4 || argc > 5 || size < 0 || size > (long)sizeof contents) {
        fprintf(stderr, "usage: plant DIRECTORY many|few|one|chains ENTRIES [BYTES]\n");
        return 2;
    }
    memset(contents, 'x', sizeof contents);
    root = argv[1];
    long entries = atol(argv[3]), made = 0, slot = 0;
    must(mkdir(root, 0777), root);
    int top = open(root, O_RDONLY | O_DIRECTORY);
    must(top, root);
    if (strcmp(argv[2], "many") != 0) {
        int chains = strcmp(argv[2], "chains") == 0;
        int directories = strcmp(argv[2], "one") == 0 ? 1 : 8;
        for (int i = 0; i < directories; i++) {
            char name[32];
            snprintf(name, sizeof name, "large-%d", i);
            int fd = directory(top, name);
            file(fd, 0);
            long counter = 0;
            for (long done = 0; done < entries / directories; done++) {
                if (done % 28 < 5) {
                    long number = done / 28 * 5 + done % 28;
                    chains ? chain_in(fd, number) : link_in(fd, name, number);
                } else {
                    file(fd, ++counter);
                }
            }
            close(fd);
        }
        return 0;
    }
    for (int a = 0; made < entries; a++) {
        char outer[32];
        snprintf(outer, sizeof outer, "group-%d", a);
        int afd = directory(top, outer);
        for (int b = 0; b < 30 && made < entries; b++) {
            char middle[32];
            snprintf(middle, sizeof middle, "part-%d", b);
            int bfd = directory(afd, middle);
            for (int c = 0; c < 30 && made < entries; c++) {
                char inner[32], way[128];
                snprintf(inner, sizeof inner, "item-%d", c);
                snprintf(way, sizeof way, "%s/%s/%s", outer, middle, inner);
                int cfd = directory(bfd, inner);
                file(cfd, 0);
                made += 2;
                for (int i = 1; i < 9; i++, made++) {
                    slot++ % 9 < 2 ? link_in(cfd, way, i) : file(cfd, i);
                }
                close(cfd);
            }
            close(bfd);
            made++;
        }
        close(afd);
        made++;
    }
    return 0;
}
