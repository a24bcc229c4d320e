#if canImport(CoreImage)
  import CoreGraphics
  import CoreImage
  import Foundation

  /// The system's generator.
  enum CodeEncoder {
    /// The modules of a text's code, row by row; nil when it does not fit.
    static func modules(of text: String) -> [Bool]? {
      guard let filter = CIFilter(name: "CIQRCodeGenerator") else { return nil }
      filter.setValue(Data(text.utf8), forKey: "inputMessage")
      filter.setValue("M", forKey: "inputCorrectionLevel")
      guard let output = filter.outputImage,
        let image = CIContext(options: nil).createCGImage(output, from: output.extent),
        let picture = PictureFile.picture(of: image)
      else { return nil }
      return modules(in: picture)
    }

    /// A dot is a module, inside a border of light ones.
    private static func modules(in picture: GreyPicture) -> [Bool]? {
      let dark = picture.pixels.map { $0 < 128 }
      guard let first = dark.firstIndex(of: true) else { return nil }
      let border = first / picture.width
      let size = picture.width - 2 * border
      guard size > 0, picture.width == picture.height else { return nil }
      return (0..<size).flatMap { row in
        let start = (row + border) * picture.width + border
        return dark[start..<(start + size)]
      }
    }
  }
#endif
