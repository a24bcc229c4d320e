#if os(Linux)
  import CImage
  import Foundation

  /// PNG and JPEG, through libpng and TurboJPEG.
  package enum PictureFile {
    package static func decode(_ bytes: [UInt8], maximumPixels: Int) throws(QRCodeError) -> GreyPicture {
      var pixels: UnsafeMutablePointer<UInt8>?
      var (width, height): (Int32, Int32) = (0, 0)
      let outcome = cimage_grey(bytes, bytes.count, maximumPixels, &pixels, &width, &height)
      defer { free(pixels) }
      guard let pixels else { throw error(Int(outcome)) }
      let count = Int(width) * Int(height)
      return GreyPicture(
        width: Int(width),
        height: Int(height),
        pixels: Array(UnsafeBufferPointer(start: pixels, count: count)),
        isDamaged: outcome != 0
      )
    }

    package static func encode(_ picture: GreyPicture) throws(QRCodeError) -> [UInt8] {
      var png: UnsafeMutablePointer<UInt8>?
      var count = 0
      let outcome = cimage_png(picture.pixels, Int32(picture.width), Int32(picture.height), &png, &count)
      defer { free(png) }
      guard outcome == 0, let png else { throw QRCodeError(.tooLarge, "the picture cannot be written") }
      return Array(UnsafeBufferPointer(start: png, count: count))
    }

    private static func error(_ outcome: Int) -> QRCodeError {
      switch outcome {
      case 1: QRCodeError(.notAPicture, "the file is neither PNG nor JPEG")
      case 2: QRCodeError(.brokenPicture, "the picture is damaged")
      case 4: QRCodeError(.tooLarge, "there is not enough memory for the picture")
      default:
        QRCodeError(.tooLarge, "the picture is larger than \(QRCodeReader.maximumPixels / 1_000_000) million dots")
      }
    }
  }
#endif
