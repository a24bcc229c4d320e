#ifndef TROUSSE_CZLIB_SHIM_H
#define TROUSSE_CZLIB_SHIM_H

#include <zlib.h>

/* deflateInit2 and inflateInit2 are macros, which Swift cannot import. A negative window means raw deflate (RFC 1951). */
static inline int czlib_raw_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

static inline int czlib_raw_inflate_init(z_stream *stream) {
  return inflateInit2(stream, -15);
}

#endif
