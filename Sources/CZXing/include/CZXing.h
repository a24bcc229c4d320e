#ifndef CZXING_H
#define CZXING_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/* Reads all QR codes of an 8-bit grey picture. Each one is written as four bytes of length (native order) and its
   bytes. Returns how many bytes that takes in all, of which at most `capacity` were written; 0 without a code,
   -1 on an error. Never throws. */
long czxing_read(const uint8_t *grey, int width, int height, int stride, uint8_t *out, size_t capacity);
/* Makes the QR code of a UTF-8 text, error correction M, without a border: one byte for each module, 1 is dark.
   Returns the width, 0 when the text is too long, -1 on an error. Never throws. */
int czxing_write(const char *text, uint8_t *modules, size_t capacity);
#ifdef __cplusplus
}
#endif
#endif
