#include "CImage.h"

#if __has_include(<png.h>) && __has_include(<turbojpeg.h>)
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

static int read_png(const uint8_t *bytes, size_t count, size_t max_pixels, uint8_t **pixels, int *width, int *height) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes, count)) return CIMAGE_BROKEN;
  if ((size_t)image.width * image.height > max_pixels) {
    png_image_free(&image);
    return CIMAGE_TOO_LARGE;
  }
  image.format = PNG_FORMAT_GRAY;
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  uint8_t *grey = malloc(PNG_IMAGE_SIZE(image));
  if (!grey) {
    png_image_free(&image);
    return CIMAGE_NO_MEMORY;
  }
  png_color white = {255, 255, 255};
  if (!png_image_finish_read(&image, &white, grey, 0, NULL)) {
    free(grey);
    return CIMAGE_BROKEN;
  }
  *pixels = grey;
  *width = (int)image.width;
  *height = (int)image.height;
  return CIMAGE_OK;
}

/* A progressive picture can repeat its scans, each of which takes the time of all its dots. */
static size_t scans(const uint8_t *bytes, size_t count) {
  size_t scans = 0;
  for (size_t i = 0; i + 1 < count; i++) scans += bytes[i] == 0xff && bytes[i + 1] == 0xda;
  return scans;
}

/* Inks are stored as what is left of the light, the way Adobe does it. */
static void grey_of_inks(const uint8_t *inks, size_t dots, uint8_t *grey) {
  for (size_t i = 0; i < dots; i++, inks += 4)
    grey[i] = (uint8_t)((299 * inks[0] + 587 * inks[1] + 114 * inks[2]) / 1000 * inks[3] / 255);
}

static int decompress(tjhandle decoder, const uint8_t *bytes, size_t count, uint8_t *out, int w, int h, int format) {
  if (tjDecompress2(decoder, bytes, count, out, w, 0, h, format, TJFLAG_LIMITSCANS) == 0) return CIMAGE_OK;
  return tjGetErrorCode(decoder) == TJERR_WARNING ? CIMAGE_DAMAGED : CIMAGE_BROKEN;
}

static int read_jpeg(const uint8_t *bytes, size_t count, size_t max_pixels, uint8_t **pixels, int *width, int *height) {
  tjhandle decoder = tjInitDecompress();
  if (!decoder) return CIMAGE_NO_MEMORY;
  int w = 0, h = 0, sampling = 0, colours = 0, outcome = CIMAGE_BROKEN;
  if (tjDecompressHeader3(decoder, bytes, count, &w, &h, &sampling, &colours) == 0 && w > 0 && h > 0) {
    const size_t dots = (size_t)w * (size_t)h;
    const int has_inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
    uint8_t *grey = NULL, *inks = NULL;
    if (dots > max_pixels || dots * scans(bytes, count) > 20 * max_pixels) {
      outcome = CIMAGE_TOO_LARGE;
    } else if (!(grey = calloc(dots, 1)) || (has_inks && !(inks = calloc(dots, 4)))) {
      outcome = CIMAGE_NO_MEMORY;
    } else if (has_inks) {
      outcome = decompress(decoder, bytes, count, inks, w, h, TJPF_CMYK);
      grey_of_inks(inks, dots, grey);
    } else {
      outcome = decompress(decoder, bytes, count, grey, w, h, TJPF_GRAY);
    }
    free(inks);
    if (outcome == CIMAGE_OK || outcome == CIMAGE_DAMAGED) {
      *pixels = grey;
      *width = w;
      *height = h;
    } else {
      free(grey);
    }
  }
  tjDestroy(decoder);
  return outcome;
}

int cimage_grey(const uint8_t *bytes, size_t count, size_t max_pixels, uint8_t **pixels, int *width, int *height) {
  *pixels = NULL;
  if (count > 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    return read_png(bytes, count, max_pixels, pixels, width, height);
  if (count > 3 && bytes[0] == 0xff && bytes[1] == 0xd8)
    return read_jpeg(bytes, count, max_pixels, pixels, width, height);
  return CIMAGE_UNKNOWN;
}

int cimage_png(const uint8_t *grey, int width, int height, uint8_t **png, size_t *count) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = (png_uint_32)width;
  image.height = (png_uint_32)height;
  image.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  uint8_t *out = malloc(size);
  if (!out) return CIMAGE_NO_MEMORY;
  if (!png_image_write_to_memory(&image, out, &size, 0, grey, 0, NULL)) {
    free(out);
    return CIMAGE_BROKEN;
  }
  *png = out;
  *count = size;
  return CIMAGE_OK;
}
#endif
