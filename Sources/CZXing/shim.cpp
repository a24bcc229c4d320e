#include "CZXing.h"

#if __has_include(<ZXing/ReadBarcode.h>)
#include "Layer.hpp"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/DecodeHints.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

/* The time that zxing takes grows with the third power of the corners it sees, so that a hostile picture keeps it busy
   for hours. This many, the corners of 100 codes, take it half a second; photographs have a hundred. */
static const long mostCorners = 300;
/* Smaller pictures are not halved any more. */
static const int smallestSide = 128;

static ZXing::DecodeHints hints() {
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  hints.setTryHarder(true);
  hints.setTryRotate(true);
  hints.setTryDownscale(false);
  hints.setBinarizer(ZXing::Binarizer::FixedThreshold);
  return hints;
}

static Layer seen(Layer layer, int look) {
  if (look & CZXING_INVERTED)
    for (auto &dot : layer.pixels) dot = (uint8_t)(255 - dot);
  if (look & CZXING_SMOOTHED) layer = layer.smoothed().smoothed();
  if (look & CZXING_ENLARGED) layer = layer.enlarged();
  if (look & CZXING_NARROWED) layer = layer.shrunk(2, 1);
  if (look & CZXING_FLATTENED) layer = layer.shrunk(1, 2);
  return layer;
}

extern "C" int czxing_read(const uint8_t *grey, int width, int height, int look, uint8_t **codes, size_t *count) {
  *codes = nullptr;
  *count = 0;
  try {
    std::vector<ZXing::ByteArray> found;
    Layer layer = seen({width, height, std::vector<uint8_t>(grey, grey + (size_t)width * height)}, look);
    const auto decoding = hints();
    long patience = mostCorners * mostCorners * mostCorners;
    while (layer.width > 0 && layer.height > 0) {
      const Layer binary = layer.binarized((look & CZXING_FAINT) != 0);
      const long corners = binary.corners(mostCorners + 1);
      const long effort = corners * corners * corners;
      if (effort <= patience) {
        patience -= effort;
        const ZXing::ImageView view(binary.pixels.data(), binary.width, binary.height, ZXing::ImageFormat::Lum);
        for (const auto &result : ZXing::ReadBarcodes(view, decoding)) {
          if (!result.isValid() || result.bytes().empty()) continue;
          if (std::find(found.begin(), found.end(), result.bytes()) == found.end()) found.push_back(result.bytes());
        }
      }
      if (std::min(layer.width, layer.height) < smallestSide) break;
      layer = layer.shrunk(2, 2);
    }
    size_t size = 0;
    for (const auto &bytes : found) size += 4 + bytes.size();
    if (size == 0) return 0;
    auto *out = (uint8_t *)std::malloc(size);
    if (!out) return -1;
    *codes = out;
    *count = size;
    for (const auto &bytes : found) {
      const auto length = (uint32_t)bytes.size();
      std::memcpy(out, &length, 4);
      std::memcpy(out + 4, bytes.data(), length);
      out += 4 + length;
    }
    return 0;
  } catch (...) {
    return -1;
  }
}

extern "C" int czxing_write(const char *text, size_t length, uint8_t *modules, size_t capacity) {
  try {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0);
    writer.setEccLevel(4);
    const std::string content(text, length);
    const bool isASCII = std::all_of(content.begin(), content.end(), [](char byte) { return (byte & 0x80) == 0; });
    /* The mark of the encoding takes room, and some readers stumble over it. */
    if (!isASCII) writer.setEncoding(ZXing::CharacterSet::UTF8);
    const auto matrix = writer.encode(content, 0, 0);
    const int width = matrix.width();
    if ((size_t)width * (size_t)width > capacity || matrix.height() != width) return -1;
    for (int y = 0; y < width; y++)
      for (int x = 0; x < width; x++) modules[y * width + x] = matrix.get(x, y) ? 1 : 0;
    return width;
  } catch (const std::exception &) {
    return 0;
  } catch (...) {
    return -1;
  }
}
#endif
