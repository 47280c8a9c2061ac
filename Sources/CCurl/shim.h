#ifndef HAILONG_CCURL_SHIM_H
#define HAILONG_CCURL_SHIM_H

#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call:
   one typed function for each kind of argument. */

static inline CURLcode curl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_size(CURL *curl, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(curl, option, value);
}

/* libcurl copies the text. */
static inline CURLcode curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

/* libcurl keeps the pointer: the list has to outlive the transfer. */
static inline CURLcode curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

/* What is asked for the body while it is sent; libcurl keeps the context's pointer. */
static inline CURLcode curl_set_body(CURL *curl, curl_read_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_READDATA, context);
}

/* What hears each line the server answers; libcurl keeps the context's pointer. */
static inline CURLcode curl_set_replies(CURL *curl, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_HEADERDATA, context);
}

/* What is asked about once a second whether to go on (0) or to break off; libcurl keeps the context's pointer. */
static inline CURLcode curl_set_patience(CURL *curl, curl_xferinfo_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    if (code == CURLE_OK) code = curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(curl, CURLOPT_XFERINFODATA, context);
}

/* CURL_ERROR_SIZE bytes, which have to outlive the handle. */
static inline CURLcode curl_set_error_text(CURL *curl, char *buffer) {
    return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

/* The last number the server answered, 0 before the first. */
static inline long curl_last_reply(CURL *curl) {
    long code = 0;
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}

/* Whether this transfer's TCP connection stands (a reused one does at once). */
static inline int curl_is_connected(CURL *curl) {
    curl_off_t microseconds = 0;
    return curl_easy_getinfo(curl, CURLINFO_CONNECT_TIME_T, &microseconds) == CURLE_OK && microseconds > 0;
}

#endif
