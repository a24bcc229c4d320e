import Foundation

/// What `pronotepy_sign_in.py` prints.
struct SeenByPronotepy: Decodable, Sendable {
  struct File: Decodable, Sendable {
    var name: String
    /// Base64.
    var bytes: Data
  }

  struct Documents: Decodable, Sendable {
    var calendarType: String
    var calendar: String
    /// The status for a calendar address that was tampered with.
    var forgedCalendar: Int
    var yearType: String
    var year: Data
    var week: Data
  }

  struct KeptAlive: Decodable, Sendable {
    var sent: Bool
    var expired: Bool
  }

  struct Writes: Decodable, Sendable {
    var homeworkDone: Bool
    var newsRead: Bool
    var newsText: Bool
    var discussionsMore: Int
    var participants: Int
    var messages: [String]
    var labels: [String]
  }

  struct Staff: Decodable, Sendable {
    struct SchoolClass: Decodable, Sendable, Hashable {
      var name: String
      var level: String
    }

    struct Student: Decodable, Sendable, Hashable {
      var name: String
      var born: String
      var options: [String]
      var city: String
      var guardians: [String]
    }

    var classes: [SchoolClass]
    /// The students of the first class.
    var students: [Student]
  }

  var student: SeenStudent
  var parent: [SeenStudent]
  var accents: SeenStudent
  var staff: Staff
  var pin: String
  var picture: Data?
  var downloads: [File]
  var documents: Documents
  var keptAlive: KeptAlive
  var writes: Writes
  var refused: [String: String]
  var relogins: Int
}
