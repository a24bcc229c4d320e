#pragma once
#include <cstdint>
#include <vector>

/* A picture at one size. */
struct Layer {
  int width = 0, height = 0;
  std::vector<uint8_t> pixels;

  /* Half as wide and high, each dot the mean of four: noise goes, and so does blur. */
  Layer halved() const;

  /* Black (0) and white (255), against the mean of the surroundings. Areas whose brightness varies by `range` or less
     are taken for empty. */
  Layer binarized(int range) const;

  /* How many places of a black and white picture look like the corner of a QR code, at most `limit`. */
  int corners(int limit) const;
};
