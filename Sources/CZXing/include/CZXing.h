#ifndef CZXING_H
#define CZXING_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
/* How to look at a picture: light on dark, with little contrast, without noise, twice as large, half as wide, half as
   high. */
enum {
  CZXING_INVERTED = 1,
  CZXING_FAINT = 2,
  CZXING_SMOOTHED = 4,
  CZXING_ENLARGED = 8,
  CZXING_NARROWED = 16,
  CZXING_FLATTENED = 32
};
/* Reads all QR codes of an 8-bit grey picture, at its size, halved, halved again and so on; each content once. Every
   one is written as four bytes of length (native order) and its bytes. Sets *codes, which the caller frees with
   free(), and *count. Returns 0, or -1 on an error. Never throws. */
int czxing_read(const uint8_t *grey, int width, int height, int look, uint8_t **codes, size_t *count);
/* Makes the QR code of a UTF-8 text, error correction M, without a border: one byte for each module, 1 is dark.
   Returns the width, 0 when the text is too long, -1 on an error. Never throws. */
int czxing_write(const char *text, size_t length, uint8_t *modules, size_t capacity);
#ifdef __cplusplus
}
#endif
#endif
