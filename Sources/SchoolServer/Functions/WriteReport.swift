import PronoteWire

/// What a function that writes says beside its empty data: `RapportSaisie` (functions document 1.9).
struct WriteReport: Sendable {
  let json: JSONValue

  /// Everything was written.
  static let done = WriteReport(json: [:])

  /// Nothing was written, for this reason.
  static func refused(_ reason: String) -> WriteReport {
    WriteReport(json: [
      "_erreurSaisie_": true, "_messagesErreur_": [.string(reason)], "titre_Messages_Erreur": "Saisie impossible",
    ])
  }
}
