#include "Layer.hpp"

#include <algorithm>

Layer Layer::halved() const {
  Layer half{width / 2, height / 2, std::vector<uint8_t>((size_t)(width / 2) * (height / 2))};
  uint8_t *out = half.pixels.data();
  for (int y = 0; y < half.height; y++) {
    const uint8_t *upper = pixels.data() + (size_t)2 * y * width, *lower = upper + width;
    for (int x = 0; x < half.width; x++, upper += 2, lower += 2)
      *out++ = (uint8_t)((upper[0] + upper[1] + lower[0] + lower[1] + 2) / 4);
  }
  return half;
}

/* Blocks of 8 by 8 dots; the threshold of each is the mean of the 5 by 5 blocks around it. */
static const int side = 8, around = 2;

/* The mean of every block, or -1 for one that is empty. */
static std::vector<int> blockMeans(const Layer &layer, int columns, int rows, int range) {
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
      means[(size_t)row * columns + column] = high - low <= range ? -1 : sum / (side * side);
    }
  }
  return means;
}

Layer Layer::binarized(int range) const {
  Layer result{width, height, std::vector<uint8_t>(pixels.size())};
  const int columns = (width + side - 1) / side, rows = (height + side - 1) / side;
  if (columns <= 2 * around || rows <= 2 * around) {
    const auto extremes = std::minmax_element(pixels.begin(), pixels.end());
    const int threshold = (*extremes.first + *extremes.second) / 2;
    for (size_t i = 0; i < pixels.size(); i++) result.pixels[i] = pixels[i] <= threshold ? 0 : 255;
    return result;
  }
  const std::vector<int> means = blockMeans(*this, columns, rows, range);
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
