/// The school's end of a session: checks and opens calls, numbers and seals answers.
package struct ServerChannel: Sendable {
  /// A call, opened.
  package struct Incoming: Sendable {
    package let function: String
    package let payload: JSONView
    package let signature: WireSignature?
    package let order: Int
  }

  /// What arrived.
  package enum Arrival: Sendable {
    /// The next call of the session.
    case call(Incoming)
    /// The previous call once more: its answer, unchanged.
    case repeated(function: String, answer: [UInt8])
  }

  /// The profile that is spoken.
  package let profile: WireProfile

  /// The ciphers in force.
  package var timeline = CipherTimeline()

  /// The session's number.
  package let session: Int

  private let codec: SecuredCodec
  private var expectedOrder = 1
  private var previous: (order: [UInt8], function: String, answer: [UInt8])?

  package init(profile: WireProfile, session: Int, encrypts: Bool, compresses: Bool) {
    self.profile = profile
    self.session = session
    codec = SecuredCodec(encrypts: encrypts, compresses: compresses)
  }

  /// Opens a call. `pathOrder` is the last part of the URL's path.
  ///
  /// - Throws: ``WireError`` with code `order` for any order number but the next one, `syntax` and others for what
  ///   cannot be read.
  package func open(body: [UInt8], pathOrder: String) throws(WireError) -> Arrival {
    guard let order = Hex.decode(pathOrder) else {
      throw WireError(.order, "path", "the order number is not hexadecimal")
    }
    if let previous, previous.order == order {
      return .repeated(function: previous.function, answer: previous.answer)
    }
    let number = try OrderNumber.decode(pathOrder, cipher: timeline.cipher)
    guard number == expectedOrder else {
      throw WireError(.order, "path", "expected order number \(expectedOrder), got \(number)")
    }
    let envelope: JSONView
    do {
      envelope = try JSONDocument(body).root
    } catch {
      throw WireError(.syntax, "request", "not JSON: \(error)")
    }
    guard envelope.integer("session") == session else {
      throw WireError(.order, "session", "expected the session number of the path")
    }
    guard let inner = envelope.member(profile.names.order)?.string, Hex.decode(inner) == order else {
      throw WireError(.order, profile.names.order, "expected the order number of the path")
    }
    guard let function = envelope.member(profile.names.function)?.string else {
      throw WireError(.missing, profile.names.function, "absent")
    }
    guard let secured = envelope.member(profile.names.secured) else {
      throw WireError(.missing, profile.names.secured, "absent")
    }
    let part = try codec.decode(secured, cipher: timeline.cipher)
    let signature = part.member(profile.names.signature).flatMap { WireSignature($0) }
    return .call(
      Incoming(
        function: function,
        payload: part.member(profile.names.payload) ?? JSONView.emptyObject,
        signature: signature,
        order: number
      )
    )
  }

  /// What goes into an answer.
  package struct Answer: Sendable {
    package var payload: JSONValue
    package var signature: JSONValue?
    package var report: JSONValue?

    package init(payload: JSONValue, signature: JSONValue? = nil, report: JSONValue? = nil) {
      self.payload = payload
      self.signature = signature
      self.report = report
    }
  }

  /// Numbers and seals the answer to a call, and remembers it in case the call is repeated.
  package mutating func seal(_ answer: Answer, to call: Incoming, pathOrder: String) throws(WireError) -> [UInt8] {
    let cipher = timeline.cipher
    let part: JSONValue = .object(present: [
      profile.names.payload: answer.payload,
      "nom": .string(call.function),
      profile.names.signature: answer.signature,
      "RapportSaisie": answer.report,
    ])
    let body: JSONValue = [
      profile.names.function: .string(call.function),
      "session": .integer(session),
      profile.names.order: .string(OrderNumber.encode(call.order + 1, cipher: cipher, uppercase: true)),
      profile.names.secured: try codec.encode(part, .response, cipher: cipher),
    ]
    let bytes = body.bytes(asciiOnly: true)
    remember(bytes, to: call, pathOrder: pathOrder)
    return bytes
  }

  /// Remembers an error answer in case the call is repeated, and moves on to the next number.
  package mutating func remember(_ answer: [UInt8], to call: Incoming, pathOrder: String) {
    previous = (Hex.decode(pathOrder) ?? [], call.function, answer)
    expectedOrder = call.order + 2
  }
}
