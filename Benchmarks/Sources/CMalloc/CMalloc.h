#ifndef CMALLOC_H
#define CMALLOC_H

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Lets freed memory stay in the heap. By default glibc gives buffers over 128 KB back to the kernel at once, and every
/// large answer then pays for page faults. For executables, at their start; a library must not decide this.
static inline void CMalloc_keepHeap(void) {
#if defined(__GLIBC__)
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

#endif
