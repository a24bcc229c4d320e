/// What a request to the address of the proxy callback is. Answer 200 to all of them, and echo nothing.
public enum ProxyCallback {
  /// The kinds of requests.
  public enum Kind: Sendable, Hashable {
    /// The server looks whether anybody is there.
    case probe
    /// The server delivers a ticket under a name, which the answer of the validation repeats.
    case delivery(iou: String, ticket: ProxyGrantingTicket)
    /// Anything else, which may come from anybody.
    case nonsense
  }

  /// Reads the query of a request, or the body of a form.
  public static func read(query: String) -> Kind {
    guard query.utf8.count <= 4096 else { return .nonsense }
    let fields = QueryText.decode(query[...])
    let ious = fields.filter { $0.name == "pgtIou" }
    let tickets = fields.filter { $0.name == "pgtId" }
    if ious.isEmpty, tickets.isEmpty { return .probe }
    guard ious.count == 1, tickets.count == 1, let iou = ious[0].value, TicketText.isTicket(iou, prefix: "PGTIOU-"),
      let ticket = tickets[0].value.flatMap({ try? ProxyGrantingTicket($0) })
    else { return .nonsense }
    return .delivery(iou: iou, ticket: ticket)
  }
}
