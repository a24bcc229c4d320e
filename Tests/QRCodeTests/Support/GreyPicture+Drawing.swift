import Foundation
import QRCode

extension GreyPicture {
  /// A grey picture with others in it.
  static func pasted(_ pictures: [(GreyPicture, Int, Int)], _ width: Int, _ height: Int) -> GreyPicture {
    var pixels = [UInt8](repeating: 200, count: width * height)
    for (picture, left, top) in pictures {
      for y in 0..<picture.height {
        let start = (top + y) * width + left
        pixels[start..<(start + picture.width)] = picture.pixels[(y * picture.width)..<((y + 1) * picture.width)]
      }
    }
    return GreyPicture(width: width, height: height, pixels: pixels)
  }

  /// The picture turned clockwise, on white.
  func turned(_ degrees: Double) -> GreyPicture {
    let side = width * 3 / 2
    var turned = [UInt8](repeating: 255, count: side * side)
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    for y in 0..<side {
      for x in 0..<side {
        let (dx, dy) = (Double(x - side / 2), Double(y - side / 2))
        let column = Int((cosine * dx + sine * dy).rounded()) + width / 2
        let row = Int((cosine * dy - sine * dx).rounded()) + height / 2
        guard (0..<width).contains(column), (0..<height).contains(row) else { continue }
        turned[y * side + x] = pixels[row * width + column]
      }
    }
    return GreyPicture(width: side, height: side, pixels: turned)
  }

  /// What a dark terminal shows: two rows of square dots for each line, with dark ones around.
  static func terminal(_ lines: [String], scale: Int) throws -> GreyPicture {
    let rows = lines.map { Array($0.replacing("\u{1B}[30;107m", with: "").replacing("\u{1B}[0m", with: "")) }
    let (columns, margin) = (rows.map(\.count).max() ?? 0, 6)
    let (width, height) = ((columns + 2 * margin) * scale, (2 * rows.count + 2 * margin) * scale)
    var pixels = [UInt8](repeating: 0, count: width * height)
    for y in (margin * scale)..<(height - margin * scale) {
      for x in (margin * scale)..<(width - margin * scale) {
        let row = y / scale - margin
        let isDark = (row % 2 == 0 ? "▀█" : "▄█").contains(rows[row / 2][x / scale - margin])
        pixels[y * width + x] = isDark ? 0 : 255
      }
    }
    return GreyPicture(width: width, height: height, pixels: pixels)
  }
}
