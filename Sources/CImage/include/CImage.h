#ifndef CIMAGE_H
#define CIMAGE_H
#include <stddef.h>
#include <stdint.h>
enum {
  CIMAGE_OK = 0,
  CIMAGE_UNKNOWN = 1,
  CIMAGE_BROKEN = 2,
  CIMAGE_TOO_LARGE = 3,
  CIMAGE_NO_MEMORY = 4,
  /* There is a picture, but not all of it. */
  CIMAGE_DAMAGED = 5
};
/* PNG or JPEG to 8-bit grey, transparent parts white. The header is read first: nothing is allocated for a picture of
   more than `max_pixels`. The caller frees *pixels with free(). */
int cimage_grey(const uint8_t *bytes, size_t count, size_t max_pixels, uint8_t **pixels, int *width, int *height);
/* 8-bit grey to PNG. The caller frees *png with free(). */
int cimage_png(const uint8_t *grey, int width, int height, uint8_t **png, size_t *count);
#endif
