import PronoteWire
import SchoolModel
import Testing

/// Session document 6.2, functions document 1.5 and 1.12.
@Suite struct `Dates on the wire` {
  @Test(arguments: [
    ("16/09/2024", "2024-09-16 00:00", 0), ("16/09/2024 08:30:00", "2024-09-16 08:30", 0),
    ("16/09/2024 23:59:59", "2024-09-16 23:59", 59), ("16/09/24 08h30", "2024-09-16 08:30", 0),
    ("16/9/2024 0:0:0", "2024-09-16 00:00", 0), ("1/2/2024 3:4:5", "2024-02-01 03:04", 5),
    ("16/09/24", "2024-09-16 00:00", 0), ("16/09/2024 08h30", "2024-09-16 08:30", 0),
    ("16/09/2024 08:30", "2024-09-16 08:30", 0), ("30/12/1899 08:00:00", "1899-12-30 08:00", 0),
    ("29/02/2024", "2024-02-29 00:00", 0), ("31/12/9999 00:00:00", "9999-12-31 00:00", 0),
    ("17/03/2021 10:00:00", "2021-03-17 10:00", 0),
  ])
  func `are read in every known form`(text: String, date: String, second: Int) {
    #expect(WireDate.parse(text)?.description == date)
    #expect(WireDate.parse(text)?.time.second == second)
  }

  @Test(arguments: [
    "", " ", "x", "16/09", "16/09/202", "16/09/20245", "16/09/2024/1", "31/02/2024", "29/02/2023", "00/09/2024",
    "16/13/2024", "16/00/2024", "16-09-2024", "2024-09-16", "16/09/2024 25:00:00", "16/09/2024 08:60:00",
    "16/09/2024 08:00:60", "16/09/2024 24:00:00", "16/09/2024 8", "16/09/2024 08h30:00", "16/09/2024 08:30:00:00",
    "16/09/2024 08:30:00 x", "16/09/2024T08:30:00", "-1/09/2024", "16/+9/2024", "١٦/٠٩/٢٠٢٤", "16/09/2024 ",
    " 16/09/2024", "//",
    "16//2024",
    "99999999999999999999/09/2024", "16/09/0000", "16/09/2024 08h30h10", "16/09/2024\n",
  ])
  func `are none otherwise`(text: String) {
    #expect(WireDate.parse(text) == nil)
  }

  @Test(arguments: [
    ("08h30", "08:30"), ("8h05", "08:05"), ("08:30", "08:30"), ("08:30:15", "08:30"), ("0:0:0", "00:00"),
  ])
  func `may be times of day`(text: String, time: String) {
    #expect(WireDate.time(text)?.description == time)
  }

  @Test(arguments: ["", "8", "24h00", "08h60", "h30", "08h", "08:30:61", "8 h 30", "08h30m", "-8:00"])
  func `are no times of day otherwise`(text: String) {
    #expect(WireDate.time(text) == nil)
  }

  @Test func `are padded by schools and not by clients`() throws {
    let date = try #require(LocalDate(year: 2024, month: 9, day: 5))
    let noon = try #require(LocalTime(hour: 8, minute: 3, second: 7))
    #expect(WireDate.text(date) == "05/09/2024")
    #expect(WireDate.text(date.at(noon)) == "05/09/2024 08:03:07")
    #expect(WireDate.requestText(date.at(noon)) == "5/9/2024 8:3:7")
    #expect(WireDate.requestText(date.at(.midnight)) == "5/9/2024 0:0:0")
    let early = try #require(LocalDate(year: 33, month: 4, day: 3))
    #expect(WireDate.text(early) == "03/04/0033")
  }

  @Test func `come back as they were written`() throws {
    var random = SeededGenerator(65)
    for _ in 0..<5000 {
      let date = LocalDate(dayNumber: Int.random(in: -700_000...2_900_000, using: &random))
      let second = Int.random(in: 0..<86_400, using: &random)
      let time = try #require(LocalTime(hour: second / 3600, minute: second / 60 % 60, second: second % 60))
      #expect(WireDate.parse(WireDate.text(date)) == date.at(.midnight))
      #expect(WireDate.parse(WireDate.text(date.at(time))) == date.at(time))
      #expect(WireDate.parse(WireDate.requestText(date.at(time))) == date.at(time) || date.year < 1000)
    }
  }

  @Test func `never trap`() {
    let base = Array("16/09/2024 08:30:00".utf8)
    var random = SeededGenerator(67)
    var read = 0
    for _ in 0..<20_000 {
      let text = random.mutate(base, alphabet: Array("0123456789/:h ".utf8) + [0xc3, 0xd9])
      read += WireDate.parse(String(decoding: text, as: UTF8.self)) == nil ? 0 : 1
    }
    #expect(read > 1000)
  }
}
