extension Cookie {
  /// Name and value together may be this long, in bytes; longer cookies are refused.
  static let maximumLength = 4096

  /// An attribute value longer than this many bytes is ignored.
  private static let maximumAttributeLength = 1024

  /// Reads a `Set-Cookie` header field (RFC 6265 sections 5.2 and 5.3).
  ///
  /// - Returns: nil when there is no cookie in it, or one that this server may not set: a foreign domain, or a whole
  ///   top-level domain.
  init?(setCookie header: String, from address: WebAddress, now: Int64) {
    let bytes = Array(header.utf8)
    guard bytes.count <= 4 * Cookie.maximumLength, !bytes.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f })
    else { return nil }
    var parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
    guard let pair = parts.popFirst(), let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = Cookie.trim(pair[..<equals])
    let value = Cookie.trim(pair[(equals + 1)...])
    guard !name.isEmpty, name.utf8.count + value.utf8.count <= Cookie.maximumLength else { return nil }

    var attributes: [String: String] = [:]
    for part in parts {
      let end = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let content = Cookie.trim(part[end...].dropFirst())
      guard content.utf8.count <= Cookie.maximumAttributeLength else { continue }
      let key = Cookie.trim(part[..<end]).lowercased()
      // The last one wins, but one that cannot be read does not replace one that can.
      if key == "max-age", Cookie.maximumAge(content) == nil { continue }
      if key == "expires", CookieDate.parse(content) == nil { continue }
      if key == "domain", content.isEmpty { continue }
      attributes[key] = content
    }

    guard let (domain, isHostOnly) = Cookie.owner(attributes["domain"], of: address.host) else { return nil }
    let path = attributes["path"].flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    let expires =
      attributes["max-age"].flatMap(Cookie.maximumAge).map { age in
        age <= 0 ? Int64.min : now.addingReportingOverflow(age).overflow ? Int64.max : now + age
      } ?? attributes["expires"].flatMap(CookieDate.parse)
    self.init(
      name: name,
      value: value,
      domain: domain,
      path: path ?? Cookie.defaultPath(address.path),
      isHostOnly: isHostOnly,
      isSecure: attributes["secure"] != nil,
      isHTTPOnly: attributes["httponly"] != nil,
      expires: expires
    )
  }

  /// The folder of a request path (section 5.1.4).
  static func defaultPath(_ path: String) -> String {
    guard path.utf8.first == UInt8(ascii: "/"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash > path.startIndex
    else { return "/" }
    return String(path[..<slash])
  }

  /// Whom a cookie belongs to; nil when this host may not set it.
  private static func owner(_ attribute: String?, of host: String) -> (domain: String, isHostOnly: Bool)? {
    guard let attribute else { return (host, true) }
    let domain = (attribute.utf8.first == UInt8(ascii: ".") ? String(attribute.dropFirst()) : attribute).lowercased()
    if domain.isEmpty { return (host, true) }
    guard Cookie.host(host, isWithin: domain) else { return nil }
    // Without a list of public suffixes, a domain of one label is the part of one that can be told: a host may own
    // itself, and nobody owns `fr`.
    let isOneLabel = !domain.utf8.contains(UInt8(ascii: "."))
    if isOneLabel || HostName.isAddress(host) { return domain == host ? (host, true) : nil }
    return (domain, false)
  }

  /// The number of a `Max-Age`; numbers out of range become the largest or smallest there is.
  private static func maximumAge(_ text: String) -> Int64? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int64(text) ?? (isNegative ? .min : .max)
  }

  private static func trim(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
