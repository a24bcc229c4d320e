#if canImport(ImageIO)
  import CoreGraphics
  import Foundation
  import ImageIO

  /// PNG and JPEG, through the system.
  package enum PictureFile {
    package static func decode(_ bytes: [UInt8], maximumPixels: Int) throws(QRCodeError) -> GreyPicture {
      guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) || bytes.starts(with: [0xFF, 0xD8])
      else { throw QRCodeError(.notAPicture, "the file is neither PNG nor JPEG") }
      guard let source = CGImageSourceCreateWithData(Data(bytes) as CFData, nil),
        let properties = CGImageSourceCopyPropertiesAtIndex(source, 0, nil) as? [CFString: Any],
        let width = properties[kCGImagePropertyPixelWidth] as? Int,
        let height = properties[kCGImagePropertyPixelHeight] as? Int,
        width > 0, height > 0
      else { throw QRCodeError(.brokenPicture, "the picture is damaged") }
      guard width <= maximumPixels / height else {
        throw QRCodeError(.tooLarge, "the picture is larger than \(maximumPixels / 1_000_000) million dots")
      }
      let isDamaged = CGImageSourceGetStatusAtIndex(source, 0) != .statusComplete
      guard let image = CGImageSourceCreateImageAtIndex(source, 0, nil),
        let picture = Self.picture(of: image, isDamaged: isDamaged)
      else { throw QRCodeError(.brokenPicture, "the picture is damaged") }
      return picture
    }

    package static func encode(_ picture: GreyPicture) throws(QRCodeError) -> [UInt8] {
      let png = NSMutableData()
      guard let image = Self.image(of: picture),
        let destination = CGImageDestinationCreateWithData(png as CFMutableData, "public.png" as CFString, 1, nil)
      else { throw QRCodeError(.tooLarge, "the picture cannot be written") }
      CGImageDestinationAddImage(destination, image, nil)
      guard CGImageDestinationFinalize(destination) else {
        throw QRCodeError(.tooLarge, "the picture cannot be written")
      }
      return [UInt8](png as Data)
    }

    /// Draws a picture in grey, on white.
    static func picture(of image: CGImage, isDamaged: Bool = false) -> GreyPicture? {
      let (width, height) = (image.width, image.height)
      var pixels = [UInt8](repeating: 255, count: width * height)
      let isDrawn = pixels.withUnsafeMutableBytes { buffer in
        guard
          let context = CGContext(
            data: buffer.baseAddress,
            width: width,
            height: height,
            bitsPerComponent: 8,
            bytesPerRow: width,
            space: CGColorSpaceCreateDeviceGray(),
            bitmapInfo: CGImageAlphaInfo.none.rawValue
          )
        else { return false }
        context.draw(image, in: CGRect(x: 0, y: 0, width: width, height: height))
        return true
      }
      return isDrawn ? GreyPicture(width: width, height: height, pixels: pixels, isDamaged: isDamaged) : nil
    }

    static func image(of picture: GreyPicture) -> CGImage? {
      guard let provider = CGDataProvider(data: Data(picture.pixels) as CFData) else { return nil }
      return CGImage(
        width: picture.width,
        height: picture.height,
        bitsPerComponent: 8,
        bitsPerPixel: 8,
        bytesPerRow: picture.width,
        space: CGColorSpaceCreateDeviceGray(),
        bitmapInfo: CGBitmapInfo(rawValue: CGImageAlphaInfo.none.rawValue),
        provider: provider,
        decode: nil,
        shouldInterpolate: false,
        intent: .defaultIntent
      )
    }
  }
#endif
