#include "Layer.hpp"

#include <algorithm>
#include <cmath>

namespace {
struct Corner {
  double x, y, size;
};

/* Whether five runs are about 1:1:3:1:1. */
bool looksLikeCorner(const int *runs, double tolerance) {
  const double module = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7.0;
  for (int i = 0; i < 5; i++)
    if (std::abs(runs[i] - module * (i == 2 ? 3 : 1)) > module * tolerance + 0.5) return false;
  return true;
}

/* The five runs of dots through a black dot in one direction and its opposite, or whether they reach the edge. */
bool runsThrough(const Layer &layer, int x, int y, int dx, int dy, int *runs) {
  std::fill(runs, runs + 5, 0);
  const auto count = [&](int step, int from, int way) {
    int run = 2;
    for (int i = from;; i++) {
      const int column = x + step * dx * i, row = y + step * dy * i;
      if (column < 0 || row < 0 || column >= layer.width || row >= layer.height) return run == 2 + 2 * way;
      const bool isBlack = layer.pixels[(size_t)row * layer.width + column] == 0;
      if (isBlack != (run % 2 == 0)) run += way;
      if (run < 0 || run > 4) return true;
      runs[run]++;
    }
  };
  return count(1, 0, 1) && count(-1, 1, -1);
}

bool isCorner(const Layer &layer, int x, int y) {
  static const int directions[3][2] = {{0, 1}, {1, 1}, {1, -1}};
  for (const auto &direction : directions) {
    int runs[5];
    if (!runsThrough(layer, x, y, direction[0], direction[1], runs) || !looksLikeCorner(runs, 0.75)) return false;
  }
  return true;
}
}  // namespace

int Layer::corners(int limit) const {
  std::vector<Corner> corners;
  std::vector<int> ends;
  for (int y = 2; y < height; y += 3) {
    const uint8_t *row = pixels.data() + (size_t)y * width;
    ends.clear();
    for (int x = 1; x < width; x++)
      if (row[x] != row[x - 1]) ends.push_back(x);
    ends.push_back(width);
    for (size_t i = row[0] == 0 ? 0 : 1; i + 4 < ends.size(); i += 2) {
      int runs[5];
      for (size_t j = 0; j < 5; j++) runs[j] = ends[i + j] - (i + j == 0 ? 0 : ends[i + j - 1]);
      if (!looksLikeCorner(runs, 0.5)) continue;
      const int x = ends[i + 1] + runs[2] / 2;
      if (!isCorner(*this, x, y)) continue;
      const bool isKnown = std::any_of(corners.begin(), corners.end(), [&](const Corner &known) {
        return std::hypot(known.x - x, known.y - y) < known.size / 2;
      });
      if (isKnown) continue;
      corners.push_back({(double)x, (double)y, (double)(ends[i + 4] - ends[i] + runs[0])});
      if ((int)corners.size() == limit) return limit;
    }
  }
  return (int)corners.size();
}
