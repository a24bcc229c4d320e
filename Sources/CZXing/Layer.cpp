#include "Layer.hpp"

#include <algorithm>

Layer Layer::shrunk(int across, int down) const {
  Layer small{width / across, height / down, std::vector<uint8_t>((size_t)(width / across) * (height / down))};
  uint8_t *out = small.pixels.data();
  for (int y = 0; y < small.height; y++) {
    for (int x = 0; x < small.width; x++) {
      int sum = 0;
      for (int row = y * down; row < (y + 1) * down; row++)
        for (int column = x * across; column < (x + 1) * across; column++) sum += pixels[(size_t)row * width + column];
      *out++ = (uint8_t)(sum / (across * down));
    }
  }
  return small;
}

Layer Layer::enlarged() const {
  Layer large{2 * width, 2 * height, std::vector<uint8_t>(pixels.size() * 4)};
  uint8_t *out = large.pixels.data();
  for (int y = 0; y < large.height; y++) {
    const uint8_t *near = pixels.data() + (size_t)(y / 2) * width;
    const uint8_t *far = pixels.data() + (size_t)std::clamp(y / 2 + (y % 2 ? 1 : -1), 0, height - 1) * width;
    for (int x = 0; x < large.width; x++) {
      const int here = x / 2, beside = std::clamp(here + (x % 2 ? 1 : -1), 0, width - 1);
      *out++ = (uint8_t)((9 * near[here] + 3 * near[beside] + 3 * far[here] + far[beside] + 8) / 16);
    }
  }
  return large;
}

Layer Layer::smoothed() const {
  Layer smooth = *this;
  for (int y = 1; y + 1 < height; y++) {
    const uint8_t *above = pixels.data() + (size_t)(y - 1) * width, *row = above + width, *below = row + width;
    const auto column = [&](int x) { return above[x] + row[x] + below[x]; };
    for (int x = 1; x + 1 < width; x++)
      smooth.pixels[(size_t)y * width + x] = (uint8_t)((column(x - 1) + column(x) + column(x + 1)) / 9);
  }
  return smooth;
}

/* Blocks of 8 by 8 dots; the threshold of each is the mean of the 5 by 5 blocks around it (zxing's HybridBinarizer).
   It is ours because zxing fixes the range, and because the corners are counted in exactly the picture that it gets. */
static const int side = 8, around = 2;

/* The mean of every block. An empty one is taken for light, unless it is darker than those before it; in a faint
   picture it says nothing: -1. */
static std::vector<int> blockMeans(const Layer &layer, int columns, int rows, bool isFaint) {
  std::vector<int> means((size_t)columns * rows);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      const int top = std::min(row * side, layer.height - side), left = std::min(column * side, layer.width - side);
      int sum = 0, low = 255, high = 0;
      for (int y = top; y < top + side; y++) {
        const uint8_t *dot = layer.pixels.data() + (size_t)y * layer.width + left;
        for (int x = 0; x < side; x++) {
          sum += dot[x];
          low = std::min<int>(low, dot[x]);
          high = std::max<int>(high, dot[x]);
        }
      }
      int *mean = means.data() + (size_t)row * columns + column;
      *mean = sum / (side * side);
      if (isFaint && high - low <= 5) {
        *mean = -1;
      } else if (!isFaint && high - low <= 24) {
        const int before = row > 0 && column > 0 ? (mean[-columns] + 2 * mean[-1] + mean[-columns - 1]) / 4 : 0;
        *mean = low < before ? before : low / 2;
      }
    }
  }
  return means;
}

Layer Layer::binarized(bool isFaint) const {
  Layer result{width, height, std::vector<uint8_t>(pixels.size())};
  const int columns = (width + side - 1) / side, rows = (height + side - 1) / side;
  if (columns <= 2 * around || rows <= 2 * around) {
    const auto extremes = std::minmax_element(pixels.begin(), pixels.end());
    const int threshold = (*extremes.first + *extremes.second) / 2;
    for (size_t i = 0; i < pixels.size(); i++) result.pixels[i] = pixels[i] <= threshold ? 0 : 255;
    return result;
  }
  const std::vector<int> means = blockMeans(*this, columns, rows, isFaint);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      const int middle = std::clamp(row, around, rows - 1 - around);
      const int centre = std::clamp(column, around, columns - 1 - around);
      int sum = 0, blocks = 0;
      for (int y = middle - around; y <= middle + around; y++) {
        for (int x = centre - around; x <= centre + around; x++) {
          const int mean = means[(size_t)y * columns + x];
          if (mean < 0) continue;
          sum += mean;
          blocks++;
        }
      }
      const int threshold = blocks > 0 ? sum / blocks : -1;
      const int top = std::min(row * side, height - side), left = std::min(column * side, width - side);
      for (int y = top; y < top + side; y++) {
        const size_t first = (size_t)y * width + left;
        for (size_t i = first; i < first + side; i++) result.pixels[i] = pixels[i] <= threshold ? 0 : 255;
      }
    }
  }
  return result;
}
