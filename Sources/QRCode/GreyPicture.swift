/// A picture of grey dots, 0 black to 255 white, row by row.
package struct GreyPicture: Sendable {
  package let width: Int
  package let height: Int
  package var pixels: [UInt8]

  package init(width: Int, height: Int, pixels: [UInt8]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Light on dark instead of dark on light.
  package var inverted: GreyPicture {
    GreyPicture(width: width, height: height, pixels: pixels.map { 255 - $0 })
  }

  /// Half as wide and high, each dot the mean of four: noise goes.
  package var halved: GreyPicture {
    let (w, h) = (width / 2, height / 2)
    var half = [UInt8](repeating: 0, count: w * h)
    for y in 0..<h {
      for x in 0..<w {
        let i = 2 * y * width + 2 * x
        let sum = Int(pixels[i]) + Int(pixels[i + 1]) + Int(pixels[i + width]) + Int(pixels[i + width + 1])
        half[y * w + x] = UInt8(sum / 4)
      }
    }
    return GreyPicture(width: w, height: h, pixels: half)
  }

  /// Twice as wide and high: tiny modules get large enough.
  package var doubled: GreyPicture {
    var twice = [UInt8](repeating: 0, count: width * height * 4)
    for y in 0..<(2 * height) {
      for x in 0..<(2 * width) { twice[y * 2 * width + x] = pixels[(y / 2) * width + x / 2] }
    }
    return GreyPicture(width: 2 * width, height: 2 * height, pixels: twice)
  }

  /// The darkest dots black, the lightest white.
  package var stretched: GreyPicture? {
    guard let low = pixels.min(), let high = pixels.max(), high > low, high - low < 200 else { return nil }
    let table = (0...255).map { UInt8(clamping: (Int($0) - Int(low)) * 255 / Int(high - low)) }
    return GreyPicture(width: width, height: height, pixels: pixels.map { table[Int($0)] })
  }
}
