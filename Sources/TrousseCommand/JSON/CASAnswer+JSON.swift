import CAS
import PronoteWire

extension CASAnswer {
  /// The object that `trousse cas` prints: the keys that apply, and no others.
  var json: JSONValue {
    switch self {
    case .success(let authentication): authentication.json
    case .failure(let code, let text): refusal("failure", code, text)
    case .proxyFailure(let code, let text): refusal("proxy-failure", code, text)
    case .proxySuccess(let ticket): ["outcome": "proxy-success", "proxyTicket": .string(ticket)]
    case .logout(let request): ["outcome": "logout", "sessionIndex": .strings(request.sessionIndexes)]
    }
  }

  private func refusal(_ outcome: String, _ code: String?, _ text: String) -> JSONValue {
    .object(present: [
      "outcome": .string(outcome), "code": code.map { .string($0) }, "message": .string(text),
    ])
  }
}

extension CASAuthentication {
  fileprivate var json: JSONValue {
    .object(present: [
      "outcome": "success",
      "user": .string(user),
      "attributes": .object(attributes.map { .init($0.name, .strings($0.values)) }),
      "pgtiou": proxyGrantingTicketIOU.map { .string($0) },
      "proxies": .strings(proxies),
    ])
  }
}
