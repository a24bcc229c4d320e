extension WebAddress {
  /// Reads an absolute address. Never traps; the work is linear in the text's length.
  ///
  /// Blanks around the text are dropped, and line breaks and tabs inside it, as browsers do. In path and query, bytes
  /// that RFC 3986 does not allow there are percent-encoded as UTF-8; what is percent-encoded already stays as it is.
  ///
  /// - Returns: nil when the text is no absolute `http` or `https` address with a host, holds user information, or is
  ///   longer than 64 KiB.
  public init?(_ text: String) {
    guard let reference = AddressReference(text) else { return nil }
    self.init(absolute: reference)
  }

  /// Resolves a reference, such as a `Location` header or a form's action, against this address (RFC 3986 section 5.2,
  /// strict).
  ///
  /// - Returns: nil when the result is no `http` or `https` address.
  public func resolving(_ reference: String) -> WebAddress? {
    guard let reference = AddressReference(reference) else { return nil }
    if reference.scheme != nil { return WebAddress(absolute: reference) }
    if let authority = reference.authority {
      return WebAddress(scheme: scheme, authority: authority, path: reference.path, query: reference.query)
    }
    if reference.path.isEmpty {
      let query = reference.query.map { PercentEncoding.encodedQuery($0) } ?? query
      return WebAddress(scheme: scheme, host: host, port: port, path: path, query: query)
    }
    var target = Array(reference.path)
    if target.first != UInt8(ascii: "/") {
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8[...$0] }
      target.insert(contentsOf: folder.map(Array.init) ?? [UInt8(ascii: "/")], at: 0)
    }
    return WebAddress(
      scheme: scheme,
      host: host,
      port: port,
      path: AddressReference.cleanPath(target[...]),
      query: reference.query.map { PercentEncoding.encodedQuery($0) }
    )
  }

  private init?(absolute reference: AddressReference) {
    guard let scheme = reference.scheme, let authority = reference.authority else { return nil }
    self.init(scheme: scheme, authority: authority, path: reference.path, query: reference.query)
  }

  private init?(scheme: String, authority: ArraySlice<UInt8>, path: ArraySlice<UInt8>, query: ArraySlice<UInt8>?) {
    guard scheme == "http" || scheme == "https", let (host, port) = HostName.split(authority) else { return nil }
    let isDefault = port == (scheme == "https" ? 443 : 80)
    self.init(
      scheme: scheme,
      host: host,
      port: isDefault ? nil : port,
      path: AddressReference.cleanPath(path),
      query: query.map { PercentEncoding.encodedQuery($0) }
    )
  }
}
