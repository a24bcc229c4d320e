/// An exact number: averages of marks are rounded once, at the end.
struct Fraction: Equatable, Comparable {
  let numerator: Int
  /// Always positive.
  let denominator: Int

  static let zero = Fraction(0)

  init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// `numerator / denominator`, reduced; zero when the denominator is not positive.
  init(_ numerator: Int, over denominator: Int) {
    guard denominator > 0 else {
      self = .zero
      return
    }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = max(1, Int(a))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  private init(reduced numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator
    )
  }

  static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(reduced: -right.numerator, right.denominator)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The quotient; zero when the divisor is not positive.
  static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// The nearest whole number of hundredths, halves up; for numbers that are not negative.
  var hundredths: Int {
    (200 * numerator + denominator) / (2 * denominator)
  }
}
