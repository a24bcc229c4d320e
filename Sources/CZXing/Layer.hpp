#pragma once
#include <cstdint>
#include <vector>

/* A picture at one size. */
struct Layer {
  int width = 0, height = 0;
  std::vector<uint8_t> pixels;

  /* One dot, their mean, for so many across and down. */
  Layer shrunk(int across, int down) const;

  /* Twice as wide and high, with dots in between. */
  Layer enlarged() const;

  /* Each dot the mean of three by three. */
  Layer smoothed() const;

  /* Black (0) and white (255), against the mean of the surroundings. Faint pictures have codes of little contrast. */
  Layer binarized(bool isFaint) const;

  /* How many places of a black and white picture look like the corner of a QR code, at most `limit`. */
  int corners(int limit) const;
};
