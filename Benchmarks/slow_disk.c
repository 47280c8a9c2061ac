/* An office disk: every fdatasync and fsync takes SLOW_DISK_MICROSECONDS longer. Preloaded into the server.
 *
 * SLOW_DISK_COUNTER names a file of at least 8 bytes where the calls are counted, so that the bench can see that the
 * delay was really met: a program linked statically, or one that syncs by a system call of its own, would pass by.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static int (*real_fdatasync)(int);
static int (*real_fsync)(int);
static struct timespec delay;
static _Atomic uint64_t *calls;
static _Atomic uint64_t nowhere;

__attribute__((constructor)) static void begin(void) {
    real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    const char *microseconds = getenv("SLOW_DISK_MICROSECONDS");
    long wanted = microseconds ? atol(microseconds) : 0;
    delay.tv_sec = wanted / 1000000;
    delay.tv_nsec = wanted % 1000000 * 1000;
    calls = &nowhere;
    const char *path = getenv("SLOW_DISK_COUNTER");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *shared = mmap(NULL, sizeof *calls, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (shared != MAP_FAILED) calls = shared;
    close(file);
}

/* After the real call, as a disk that answers late; errno of the real call is kept. */
static int later(int result) {
    int error = errno;
    struct timespec left = delay;
    while (nanosleep(&left, &left) == -1 && errno == EINTR) {}
    atomic_fetch_add(calls, 1);
    errno = error;
    return result;
}

int fdatasync(int file) { return later(real_fdatasync(file)); }
int fsync(int file) { return later(real_fsync(file)); }
