/// What a function answered: the secured part, opened.
package struct WireReply: Sendable {
  /// The function that the envelope names.
  package let function: String

  /// The payload; an empty object when the server sent none.
  package let payload: JSONView

  /// The signature, if any: counters, maintenance mode, refusals.
  package let signature: JSONView?

  /// The report of a write (`RapportSaisie`), if any.
  package let report: JSONView?
}
