#if canImport(Vision)
  import CoreGraphics
  import Vision

  /// The system's detector.
  enum CodeDecoder {
    /// The bytes of all codes in a picture. The detector looks at it in its own ways, so that most of ours are left out.
    static func codes(in picture: GreyPicture, _ look: Look) -> [[UInt8]] {
      guard look.isEmpty || look == .inverted else { return [] }
      guard let image = PictureFile.image(of: look.isEmpty ? picture : picture.inverted) else { return [] }
      let request = VNDetectBarcodesRequest()
      request.symbologies = [.qr]
      guard (try? VNImageRequestHandler(cgImage: image, options: [:]).perform([request])) != nil else { return [] }
      return (request.results ?? []).compactMap { code in code.payloadStringValue.map { Array($0.utf8) } }
    }
  }
#endif
