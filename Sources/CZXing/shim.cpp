#include "CZXing.h"

#if __has_include(<ZXing/ReadBarcode.h>)
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/DecodeHints.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>
#include <cstring>

extern "C" long czxing_read(const uint8_t *grey, int width, int height, int stride, uint8_t *out, size_t capacity) {
  try {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    ZXing::ImageView view(grey, width, height, ZXing::ImageFormat::Lum, stride);
    size_t used = 0;
    for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
      if (!result.isValid()) continue;
      const auto &bytes = result.bytes();
      const uint32_t count = (uint32_t)bytes.size();
      if (count == 0) continue;
      if (used + 4 + count <= capacity) {
        std::memcpy(out + used, &count, 4);
        std::memcpy(out + used + 4, bytes.data(), count);
      }
      used += 4 + count;
    }
    return (long)used;
  } catch (...) {
    return -1;
  }
}

extern "C" int czxing_write(const char *text, uint8_t *modules, size_t capacity) {
  try {
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0);
    writer.setEccLevel(4);
    writer.setEncoding(ZXing::CharacterSet::UTF8);
    const auto matrix = writer.encode(std::string(text), 0, 0);
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
