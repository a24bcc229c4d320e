import HTTPTypes

extension HTTPField.Name {
  /// `X-Frame-Options`
  static let xFrameOptions = HTTPField.Name("X-Frame-Options")!
  /// `Referrer-Policy`
  static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
  /// `Sec-Fetch-Site`
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
  /// `Service`, for `method=HEADER`.
  static let service = HTTPField.Name("Service")!
  /// `Ticket`, for `method=HEADER`.
  static let ticket = HTTPField.Name("Ticket")!
}
