extension Fault {
  /// A page that stands in for the session pages.
  public enum Page: String, Sendable, Hashable, CaseIterable {
    /// The school has suspended the address of the caller.
    case suspended
    /// The site is not available.
    case closed
    /// The site is not available for the moment.
    case busy
    /// The browser is not good enough.
    case browser
    /// A page that has nothing to do with PRONOTE, with a form of its own.
    case foreign
    /// A page that holds the letters of an IP address, and no suspension.
    case address
    /// An error 503 of the web server.
    case http
    /// A message of the school that no client knows.
    case message
  }
}

extension Fault.Kind {
  /// How it is written, with a word in capitals for what stands there: `expire-after=N`, `drop-reply=FUNCTION`.
  public var form: String {
    switch self {
    case .expireAfter, .rateLimit: "\(rawValue)=N"
    case .latency: "\(rawValue)=MILLISECONDS"
    case .page: "\(rawValue)=PAGE"
    case .dropReply, .html, .truncate, .garble, .bomb, .stall, .wrongOrder, .foreignObject: "\(rawValue)=FUNCTION"
    }
  }

  /// What it does, in a few words for a list.
  public var summary: String {
    switch self {
    case .expireAfter: "a session ends after N calls, its login included"
    case .dropReply: "the call is carried out, its answer never arrives"
    case .rateLimit: "after N logins every other one gets error 25"
    case .latency: "every answer takes that much longer"
    case .page: "the pages of the spaces are another page"
    case .html: "the answer is a web page"
    case .truncate: "the answer ends in the middle"
    case .garble: "the secured part of the answer is broken"
    case .bomb: "the answer inflates to 100 MB"
    case .stall: "the answer never comes, the connection stays"
    case .wrongOrder: "the answer has a wrong order number"
    case .foreignObject: "the call is refused with error 22"
    }
  }
}

extension Fault.Page {
  /// What it says, in a few words for a list.
  public var summary: String {
    switch self {
    case .suspended: "the address of the caller is suspended"
    case .closed: "the site is not available"
    case .busy: "the site is not available for the moment"
    case .browser: "the browser is not good enough"
    case .foreign: "a page of something else, with a form"
    case .address: "holds the letters of an IP address, and no suspension"
    case .http: "error 503 of the web server"
    case .message: "a message that no client knows"
    }
  }
}
