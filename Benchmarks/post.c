/* Posts ready-made forms over keep-alive connections, each form once, and says how long the answers took.
 *
 *     post PORT FILE CONNECTIONS SECONDS WARM-UP
 *
 * FILE holds lines `PATH<TAB>BODY`. Each connection waits for its answer before it sends the next form. The first
 * WARM-UP answers are not counted. It ends after SECONDS, or with the file, and prints one line of JSON.
 * A connection that breaks, or an answer other than 303, is counted and not repeated.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { REQUEST = 16384, ANSWER = 16384 };

struct line {
    int socket, busy;
    size_t in;
    double since;
    char request[REQUEST], answer[ANSWER + 1];
};

static const char *cursor, *end;
static int port, poll_set;
static long seen, warm_up, other, refused, broken;
static double first, *took;
static long counted, room;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void open_line(struct line *line) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    line->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int yes = 1;
    setsockopt(line->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(line->socket, (struct sockaddr *)&address, sizeof address)) die("connect");
    fcntl(line->socket, F_SETFL, O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = line};
    epoll_ctl(poll_set, EPOLL_CTL_ADD, line->socket, &event);
}

/* Returns 0 when the file is at its end. */
static int send_next(struct line *line) {
    line->busy = 0;
    if (cursor >= end) return 0;
    const char *stop = memchr(cursor, '\n', end - cursor);
    if (!stop) stop = end;
    const char *tab = memchr(cursor, '\t', stop - cursor);
    if (!tab) return 0;
    int count = snprintf(
        line->request, REQUEST,
        "POST %.*s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: %ld\r\n\r\n%.*s",
        (int)(tab - cursor), cursor, (long)(stop - tab - 1), (int)(stop - tab - 1), tab + 1);
    if (count >= REQUEST) die("form too long");
    cursor = stop + 1;
    line->in = 0;
    line->busy = 1;
    line->since = now();
    /* A form fits into an empty send buffer; a line that is already broken says so when it is read. */
    ssize_t sent = send(line->socket, line->request, count, MSG_NOSIGNAL);
    if (sent >= 0 && sent < count) die("short send");
    return 1;
}

/* Length of a complete answer in the buffer, or 0. */
static size_t complete(struct line *line) {
    line->answer[line->in] = 0;
    char *body = strstr(line->answer, "\r\n\r\n");
    if (!body) return 0;
    body += 4;
    char *length = strcasestr(line->answer, "\r\ncontent-length:");
    if (length && length < body) {
        size_t all = (body - line->answer) + strtoul(length + 17, NULL, 10);
        return line->in >= all ? all : 0;
    }
    char *chunked = strcasestr(line->answer, "\r\ntransfer-encoding: chunked");
    if (chunked && chunked < body) return strstr(body - 2, "\r\n0\r\n\r\n") ? line->in : 0;
    return line->in;
}

static void count_answer(struct line *line, double at) {
    int status = line->in > 12 ? atoi(line->answer + 9) : 0;
    if (status != 303) {
        if (other + refused == 0) fprintf(stderr, "first unexpected answer: %.400s\n", line->answer);
        if (status == 503) refused++; else other++;
        return;
    }
    if (++seen <= warm_up) {
        first = at;
        return;
    }
    if (counted == room) took = realloc(took, (room = room ? room * 2 : 65536) * sizeof *took);
    took[counted++] = at - line->since;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double milliseconds(double share) {
    if (!counted) return 0;
    long index = (long)(share * counted);
    return took[index < counted ? index : counted - 1] * 1e3;
}

int main(int count, char **words) {
    if (count != 6) return fputs("post PORT FILE CONNECTIONS SECONDS WARM-UP\n", stderr), 2;
    port = atoi(words[1]);
    int connections = atoi(words[3]);
    double seconds = atof(words[4]);
    warm_up = atol(words[5]);
    int file = open(words[2], O_RDONLY);
    struct stat about;
    if (file < 0 || fstat(file, &about)) die(words[2]);
    cursor = mmap(NULL, about.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (cursor == MAP_FAILED) die("mmap");
    end = cursor + about.st_size;
    poll_set = epoll_create1(EPOLL_CLOEXEC);
    struct line *lines = calloc(connections, sizeof *lines);
    double begin = first = now(), last = begin;
    int active = 0;
    for (int i = 0; i < connections; i++) {
        open_line(&lines[i]);
        active += send_next(&lines[i]);
    }
    struct epoll_event events[256];
    while (active > 0 && now() < begin + seconds) {
        int ready = epoll_wait(poll_set, events, 256, 200);
        for (int i = 0; i < ready; i++) {
            struct line *line = events[i].data.ptr;
            ssize_t got = read(line->socket, line->answer + line->in, ANSWER - line->in);
            if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (got <= 0) {
                /* The form on a broken line may or may not be kept; it is not sent again. */
                if (line->busy) broken++;
                close(line->socket);
                if (line->busy) active--;
                line->busy = 0;
                if (cursor < end) {
                    open_line(line);
                    active += send_next(line);
                }
                continue;
            }
            line->in += got;
            if (!complete(line)) continue;
            last = now();
            count_answer(line, last);
            if (!send_next(line)) active--;
        }
    }
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double busy = used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    qsort(took, counted, sizeof *took, by_size);
    double elapsed = now() - begin;
    double time = last > first ? last - first : 1e-9;
    printf(
        "{\"accepted\": %ld, \"counted\": %ld, \"seconds\": %.4f, \"per_second\": %.1f, \"p50_ms\": %.3f, "
        "\"p99_ms\": %.3f, \"max_ms\": %.3f, \"refused\": %ld, \"other\": %ld, \"broken\": %ld, "
        "\"unanswered\": %d, \"client_busy\": %.3f, \"elapsed\": %.3f}\n",
        seen, counted, time, counted / time, milliseconds(0.5), milliseconds(0.99), milliseconds(1), refused, other,
        broken, active, busy / elapsed, elapsed);
    return 0;
}
