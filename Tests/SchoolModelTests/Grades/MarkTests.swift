import Foundation
import SchoolModel
import Testing

@Suite struct `A mark` {
  @Test(
    arguments: [
      (Mark.points(15.5), 15.5), (.state(.absentCountedZero), 0), (.state(.notHandedInCountedZero), 0),
      (.state(.absent), nil), (.state(.exempted), nil), (.state(.notGraded), nil), (.state(.unfit), nil),
      (.state(.notHandedIn), nil), (.state(.congratulations), nil), (.state(.empty), nil),
      (.state(MarkState(rawValue: "A+")), nil),
    ] as [(Mark, Decimal?)]
  )
  func `counts in an average or does not`(mark: Mark, value: Decimal?) {
    #expect(mark.countedValue == value)
    #expect((mark.value == nil) != (mark.state == nil))
  }

  @Test func `of an unknown state keeps its own text`() {
    #expect(MarkState(rawValue: "Ne valide pas").description == "Ne valide pas")
  }

  @Test func `of an unpublished section is not an empty one`() {
    let hidden: Section<[Int]> = .notPublished
    let empty: Section<[Int]> = .published([])
    #expect(hidden != empty)
    #expect(hidden.content == nil && empty.content == [])
  }
}
