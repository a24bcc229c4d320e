/// The client's end of a session: numbers and seals calls, opens and checks answers.
///
/// A value without I/O. Calls are strictly serial: after ``seal(_:)`` comes ``open(_:of:)`` for the same call.
package struct ClientChannel: Sendable {
  /// A call in its wire form. Posting it again, byte for byte, is how a lost answer is asked for once more.
  package struct Sealed: Sendable, Hashable {
    /// The function's name.
    package let function: String
    /// The path below the school's root: `appelfonction/3/4571826/3fa9…`.
    package let path: String
    /// The body.
    package let body: [UInt8]
    /// The order number, in clear.
    package let order: Int
  }

  /// The profile that is spoken.
  package internal(set) var profile: WireProfile

  /// The ciphers in force.
  package var timeline = CipherTimeline()

  /// The session's number, `h`.
  package let session: Int

  /// The space's number, `a`.
  package let space: Int

  let codec: SecuredCodec
  var sendsBothPayloadNames: Bool
  var nextOrder = 1

  package init(session: Int, space: Int, conclusion: DialectEvidence.Conclusion) {
    self.session = session
    self.space = space
    profile = conclusion.profile
    codec = SecuredCodec(encrypts: conclusion.encrypts, compresses: conclusion.compresses)
    sendsBothPayloadNames = conclusion.isGuess
  }

  /// Speaks another profile from the next call on: for when the first answer told the version.
  package mutating func settle(on profile: WireProfile) {
    self.profile = profile
    sendsBothPayloadNames = false
  }

  /// Numbers and seals the next call.
  package mutating func seal(_ call: WireCall) throws(WireError) -> Sealed {
    let cipher = timeline.cipher
    let order = OrderNumber.encode(nextOrder, cipher: cipher)
    var part = JSONValue.object([])
    if let payload = call.payload {
      part = part.adding(profile.names.payload, payload)
      if sendsBothPayloadNames {
        let other = WireProfile.all.first { $0.names.payload != profile.names.payload }
        part = part.adding(other?.names.payload ?? profile.names.payload, payload)
      }
    }
    part = part.adding(profile.names.signature, call.signature?.json)
    let body: JSONValue = [
      "session": .integer(session),
      profile.names.order: .string(order),
      profile.names.function: .string(call.function),
      profile.names.secured: try codec.encode(part, .request, cipher: cipher),
    ]
    defer { nextOrder += 2 }
    return Sealed(
      function: call.function,
      path: "appelfonction/\(space)/\(session)/\(order)",
      body: body.bytes(),
      order: nextOrder
    )
  }

  /// Opens the answer to a call, and verifies session, order number and function.
  ///
  /// - Throws: ``ServerRefusal`` when the server answered with an error; ``WireError`` when the answer cannot be read.
  package func open(_ bytes: [UInt8], of call: Sealed) throws -> WireReply {
    let envelope: JSONView
    do {
      envelope = try JSONDocument(bytes).root
    } catch {
      throw WireError(.syntax, "answer", "not JSON: \(error)")
    }
    if let refusal = ServerRefusal(in: envelope) { throw refusal }
    try check(envelope, of: call)
    guard let secured = envelope[wireName(profile.names.secured)] else {
      throw WireError(.missing, profile.names.secured, "absent")
    }
    let part = try codec.decode(secured, cipher: timeline.cipher)
    let payload = part["data"] ?? part["donnees"]
    if let payload, let refusal = ServerRefusal(in: payload) { throw refusal }
    let signature = part["Signature"] ?? part["_Signature_"]
    if let signature, let refusal = ServerRefusal(in: signature) { throw refusal }
    return WireReply(
      function: call.function,
      payload: payload ?? JSONView.emptyObject,
      signature: signature,
      report: part["RapportSaisie"]
    )
  }

  private func check(_ envelope: JSONView, of call: Sealed) throws(WireError) {
    let answered = envelope.integer("session") ?? 0
    guard answered == session || answered == 0 else {
      throw WireError(.order, "session", "the answer belongs to another session")
    }
    guard let order = envelope[wireName(profile.names.order)]?.string else {
      throw WireError(.missing, profile.names.order, "absent")
    }
    let number = try OrderNumber.decode(order, cipher: timeline.cipher)
    guard number == call.order + 1 else {
      throw WireError(.order, profile.names.order, "expected \(call.order + 1), got \(number)")
    }
    if let name = envelope[wireName(profile.names.function)]?.string, name != call.function {
      throw WireError(.order, profile.names.function, "the answer is to another function")
    }
  }

  /// The handful of envelope names, as the static strings that ``JSONView`` compares bytes with.
  private func wireName(_ name: String) -> StaticString {
    switch name {
    case "no": "no"
    case "id": "id"
    case "dataSec": "dataSec"
    case "numeroOrdre": "numeroOrdre"
    case "nom": "nom"
    default: "donneesSec"
    }
  }
}

extension JSONView {
  /// An object without members.
  package static let emptyObject: JSONView = try! JSONDocument(Array("{}".utf8)).root
}
