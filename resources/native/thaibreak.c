/* Where lines of Thai may end, for Qt on the screen and for our own type on paper.
 *
 * QtCore looks once for a library "thai" (qunicodetools.cpp) and then asks it for every Thai text. This is
 * one under that name, with the words of resources/words/thai.words and the reading of
 * bmahr_desktop/thai/segment.py: the same ends, letter for letter (tests/thai/test_native.py).
 *
 * No libc, no allocation, no imports. The word list is given once, by bt_load(), before the first text is
 * laid out, and must stay in memory for ever; after that all is read only, from any thread. */
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define API __declspec(dllexport)
int __stdcall DllMainCRTStartup(void *library, unsigned reason, void *reserved);
int __stdcall DllMainCRTStartup(void *library, unsigned reason, void *reserved)
{
    (void)library, (void)reason, (void)reserved;
    return 1;
}
#else
#define API __attribute__((visibility("default")))
#endif

typedef uint8_t u8; /* A letter in TIS-620: its code point less 0x0E00, plus 0xA0. */

/* Costs in hundredths of a nat, as in segment.py. */
enum { UNKNOWN_FIRST = 2200, UNKNOWN_NEXT = 800, UNKNOWN_LETTER = 300, NAME = 1400 };
enum { FIRST = 0xA0, CODES = 128 };
enum { WINDOW = 256 }; /* longer than any word or name */
#define NEVER INT64_MAX

enum { PAIYANNOI = 0xCF, MAI_HAN_AKAT = 0xD1, SARA_AM = 0xD3, SARA_I = 0xD4, SARA_UEE = 0xD7, SARA_U = 0xD8,
       MAI_YAMOK = 0xE6, MAI_TAI_KHU = 0xE7, MAI_EK = 0xE8, MAI_CHATTAWA = 0xEB, THANTHAKHAT = 0xEC,
       NO_BREAK_SPACE = 0xA0, NOT_TIS = 0xFF };

/* ------------------------------------------------------------------ letters, as in clusters.py */

static int is_mark(u8 c) /* has no width of its own */
{
    return c == MAI_HAN_AKAT || (c >= SARA_I && c <= 0xDA) || (c >= MAI_TAI_KHU && c <= 0xEE);
}

static int follows(u8 c) /* never begins a word */
{
    return is_mark(c) || (c >= 0xD0 && c <= SARA_AM) || c == 0xE5;
}

static int leads(u8 c) /* a vowel written before its consonant */
{
    return c >= 0xE0 && c <= 0xE4;
}

static int is_letter(u8 c)
{
    return (c >= 0xA1 && c <= 0xCE) || follows(c) || leads(c);
}

static int may_end(const u8 *run, size_t at, size_t n) /* may a word end before run[at]? */
{
    u8 before, after;
    if (at == 0 || at == n)
        return 1;
    before = run[at - 1], after = run[at];
    if (follows(after) || leads(before))
        return 0;
    if (before == MAI_HAN_AKAT || before == SARA_UEE || before == MAI_TAI_KHU)
        return 0; /* a consonant must come yet */
    if (at + 1 < n && run[at + 1] == THANTHAKHAT)
        return 0;
    if (at + 2 < n && (run[at + 1] == SARA_I || run[at + 1] == SARA_U) && run[at + 2] == THANTHAKHAT)
        return 0;
    return !(before >= MAI_EK && before <= MAI_CHATTAWA && at > 1 &&
             (run[at - 2] == MAI_HAN_AKAT || run[at - 2] == SARA_UEE));
}

/* ------------------------------------------------------------------ the word list, as in words.py */

static const int32_t *base;
static const uint16_t *cost;
static const u8 *check;

/* Take the file thai.words as it is: "BMW1", the number of states, base, cost and check of each. Returns 1, or 0
 * if it is none or there is one already. */
API int bt_load(const void *packed, size_t size)
{
    const uint32_t *head = packed;
    size_t states, state;
    if (check || ((uintptr_t)packed & 3) || size < 8 || head[0] != 0x31574D42)
        return 0;
    states = head[1];
    if (states <= CODES || size != 8 + 7 * states)
        return 0;
    base = (const int32_t *)(head + 2);
    for (state = 0; state < states; state++)
        if (base[state] < 0 || (size_t)base[state] > states - CODES)
            return 0;
    cost = (const uint16_t *)(base + states);
    check = (const u8 *)(cost + states);
    return 1;
}

/* ------------------------------------------------------------------ reading, as in segment.py */

static int begins_with(const u8 *letters, const u8 *name)
{
    size_t at = 0;
    while (at < *name && letters[at] == name[at + 1])
        at++;
    return at == *name;
}

/* Read a run of n letters in the cheapest way: link[end - 1] says for every end where its word starts, times two,
 * plus one if no word is known there. names: each behind a byte with its length; 0 is the end. */
static void read_run(const u8 *run, size_t n, const u8 *names, int *link)
{
    int64_t best[WINDOW]; /* best[end % WINDOW], for the ends within reach */
    size_t start, at, end;
    for (at = 0; at < WINDOW; at++)
        best[at] = NEVER;
    best[0] = 0;
    for (start = 0; start < n; start++) {
        int64_t so_far = best[start % WINDOW], total;
        int32_t state = 0;
        const u8 *name;
        best[start % WINDOW] = NEVER; /* from now on the place of start + WINDOW */
        if (so_far == NEVER)
            continue;
        for (at = start; at < n && at + 1 < start + WINDOW; at++) {
            u8 code = (u8)(run[at] - FIRST);
            state = base[state] + code;
            if (check[state] != code)
                break;
            total = so_far + cost[state];
            if (cost[state] && total < best[(at + 1) % WINDOW] && may_end(run, at + 1, n)) {
                best[(at + 1) % WINDOW] = total;
                link[at] = (int)(start << 1);
            }
        }
        for (name = names; *name; name += *name + 1) {
            end = start + *name;
            if (end <= n && so_far + NAME < best[end % WINDOW] && begins_with(run + start, name) &&
                may_end(run, end, n)) {
                best[end % WINDOW] = so_far + NAME;
                link[end - 1] = (int)(start << 1);
            }
        }
        for (end = start + 1; !may_end(run, end, n); end++)
            ;
        total = so_far + UNKNOWN_LETTER * (int64_t)(end - start);
        total += start && (link[start - 1] & 1) ? UNKNOWN_NEXT : UNKNOWN_FIRST;
        if (total < best[end % WINDOW]) {
            best[end % WINDOW] = total;
            link[end - 1] = (int)(start << 1) | 1;
        }
        if (end - start >= WINDOW)
            start = end - 1; /* nothing may end in between, so nothing else is waiting */
    }
}

/* Write the ends of words behind the first count in pos, each plus offset; return the new count. Reading needs
 * room beside what is written: pos[offset] to pos[offset + n - 1], and count must not be more than offset. A row
 * of unknown clusters is one word. */
static size_t write_ends(const u8 *run, size_t n, const u8 *names, int *pos, size_t offset, size_t count)
{
    int *link = pos + offset, following = 0;
    size_t end = n;
    read_run(run, n, names, link);
    while (end) { /* turn the links round: from each end to that after it */
        size_t start = (size_t)link[end - 1] >> 1;
        link[end - 1] = following << 1 | (link[end - 1] & 1);
        following = (int)end;
        end = start;
    }
    while (following) {
        int here = following, unknown = link[here - 1] & 1;
        following = link[here - 1] >> 1;
        if (!(unknown && following && (link[following - 1] & 1)))
            pos[count++] = (int)offset + here;
    }
    return count;
}

/* For our own type: the ends of words of one run of letters, the last included; pos has room for n. */
API int bt_ends(const u8 *run, size_t n, const u8 *names, int *pos)
{
    return check ? (int)write_ends(run, n, names, pos, 0, 0) : 0;
}

/* ------------------------------------------------------------------ between the runs of letters */

static int never_begins_a_line(u8 c)
{
    return c == MAI_YAMOK || c == PAIYANNOI || c == NO_BREAK_SPACE || c == ' ' || c == '\t' || c == ')' || c == ']' ||
           c == '}' || c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == '%' || c == '/';
}

static int begins_a_word(const u8 *text, size_t at)
{
    return is_letter(text[at]) && !follows(text[at]);
}

static int may_part(const u8 *text, size_t at) /* may a line end before text[at]? Not both sides are letters. */
{
    u8 before = text[at - 1], after = text[at];
    switch (before) {
    case ' ':
    case '\t':
        return !never_begins_a_line(after);
    case MAI_YAMOK:
        return begins_a_word(text, at);
    case PAIYANNOI: /* of a shortened word: not within ฯลฯ, nor ฯพณฯ */
        return at > 2 && is_letter(text[at - 2]) && is_letter(text[at - 3]) && begins_a_word(text, at) &&
               !(after == 0xC5 && text[at + 1] == PAIYANNOI) &&
               !(after == 0xBE && text[at + 1] == 0xB3 && text[at + 2] == PAIYANNOI);
    case ')':
    case ']':
    case '/':
        return at > 1 && is_letter(text[at - 2]) && begins_a_word(text, at);
    default:
        return (after == '(' || after == '[') && is_letter(before);
    }
}

/* ------------------------------------------------------------------ what Qt asks for */

/* Qt gives runs with their spaces, digits and signs, ended by NUL, what TIS-620 lacks as NOT_TIS, and room for as
 * many places as there are characters. It forgets its own breaks in such a run. */
API int th_brk_find_breaks(void *breaker, const u8 *text, int *pos, size_t size)
{
    size_t at = 0, count = 0;
    (void)breaker;
    while (text[at] && count < size) {
        size_t begin = at;
        while (is_letter(text[at]))
            at++;
        if (at == begin)
            at++;
        else if (check && at <= size && at < INT32_MAX / 2) {
            count = write_ends(text + begin, at - begin, (const u8 *)"", pos, begin, count);
            count--; /* whether a line may end behind the run is another question */
        }
        if (text[at] && count < size && may_part(text, at))
            pos[count++] = (int)at;
    }
    return (int)count;
}

struct cell {
    u8 base, hilo, top;
};

/* How many characters the cursor steps over at once; never 0, on which Qt would wait for ever. What TIS-620 lacks
 * stays together, for it may be the halves of one sign. */
API size_t th_next_cell(const u8 *text, size_t length, struct cell *cell, int decompose_am)
{
    size_t n = 1;
    (void)decompose_am;
    if (cell)
        cell->base = length ? text[0] : 0, cell->hilo = cell->top = 0;
    if (!length || text[0] < ' ')
        return 1;
    if (text[0] == NOT_TIS)
        while (n < length && text[n] == NOT_TIS)
            n++;
    while (n < length && (is_mark(text[n]) || text[n] == SARA_AM))
        n++;
    return n;
}

API void *th_brk_new(const char *path) /* NULL: Qt goes on by rules of its own */
{
    static char breaker;
    (void)path;
    return check ? &breaker : NULL;
}

API void th_brk_delete(void *breaker)
{
    (void)breaker;
}

/* ------------------------------------------------------------------ what Pango asks for */

/* The dialogs of a Linux desktop load Pango, and Pango takes the first libthai.so.0 of the process: this one. */
API u8 th_uni2tis(uint32_t c)
{
    if (c <= NO_BREAK_SPACE)
        return (u8)c;
    return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E3F && c <= 0x0E5B) ? (u8)(c - 0x0E00 + FIRST) : NOT_TIS;
}

API int th_brk(const u8 *text, int *pos, size_t size)
{
    return th_brk_find_breaks(NULL, text, pos, size);
}
