import Foundation
import PronoteWire

/// The mails that the school would have sent, for programs that play their readers: `mail.json`.
struct MailList: Sendable {
  /// The newest first.
  let mails: [MailRecord]

  /// The newest last.
  var json: JSONValue {
    .array(
      mails.reversed().map { mail in
        [
          "sent": .string(mail.sent.formatted(.iso8601)), "to": .string(mail.recipient),
          "subject": .string(mail.subject), "text": .string(mail.text),
          "code": mail.text.firstMatch(of: /\b[0-9]{6}\b/).map { .string(String($0.output)) } ?? .null,
        ]
      }
    )
  }
}
