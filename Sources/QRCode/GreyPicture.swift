/// A picture of grey dots, 0 black to 255 white, row by row.
package struct GreyPicture: Sendable {
  package let width: Int
  package let height: Int
  package var pixels: [UInt8]
  /// Whether the file did not hold all of it.
  package let isDamaged: Bool

  package init(width: Int, height: Int, pixels: [UInt8], isDamaged: Bool = false) {
    self.width = width
    self.height = height
    self.pixels = pixels
    self.isDamaged = isDamaged
  }

  /// Light on dark instead of dark on light.
  package var inverted: GreyPicture {
    GreyPicture(width: width, height: height, pixels: pixels.map { 255 - $0 })
  }
}
