import Foundation

/// What `pronotepy_other_calls.py` prints.
struct SeenByOtherCalls: Decodable, Sendable {
  struct Notebook: Decodable, Sendable {
    /// The titles of everything done in the week's lessons.
    var contents: [String]
    /// When the homework of these lessons is due.
    var homework: [String]
    /// The weeks that hold lessons.
    var weeks: String
  }

  struct Drafts: Decodable, Sendable {
    var saved: String
    var changed: String
    var labels: Int
    var sent: String
    var more: Int
    var draftAfter: Bool
    var trashed: Int
    var restored: Int
    var unread: Int
    var read: Int
    var gone: Bool
    var empty: Bool
    var unknown: Bool
  }

  struct News: Decodable, Sendable {
    struct Answer: Decodable, Sendable, Hashable {
      var kind: Int
      var failed: Bool
      var answered: Bool
      var same: Bool
    }

    var answered: [Answer]
    var outOfRange: [Bool]
    var foreignPublic: Bool
    var deleted: Int
    var questionsInList: Bool
  }

  var notebook: Notebook
  var drafts: Drafts
  var news: News
  var report: Data
  var reportElsewhere: Int
  var parentTicks: Bool
  var links: [String]
  var foreignClass: String
  var wrongKind: String
  var wrongTab: String
  var unknownFunction: String
  var stillThere: Bool
}
