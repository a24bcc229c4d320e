import PronoteWire
import Testing

/// Functions document 1.8: from 57 upward every number is one lower since 2025.1.3.
@Suite struct `The kind of an element` {
  @Test(arguments: [
    (1, 1, 1), (3, 3, 3), (4, 4, 4), (16, 16, 16), (17, 17, 17), (34, 34, 34), (56, 56, 56), (58, 58, 57), (60, 60, 59),
    (68, 68, 67), (72, 72, 71), (80, 80, 79), (95, 95, 94), (115, 115, 114),
  ])
  func `is shifted from 57 upward in recent dialects`(kind: Int, old: Int, recent: Int) {
    for profile in WireProfile.all {
      let wire = profile.dialect.rawValue >= "d" ? recent : old
      #expect(ResourceKind(rawValue: kind).wire(profile) == wire)
      #expect(ResourceKind(wire: wire, profile: profile).rawValue == kind)
    }
  }

  @Test func `has names for what is told apart`() throws {
    let old = try #require(WireProfile.named("c"))
    let recent = try #require(WireProfile.named("d"))
    #expect(ResourceKind(wire: 58, profile: old) == .partOfClass)
    #expect(ResourceKind(wire: 57, profile: recent) == .partOfClass)
    #expect(ResourceKind(wire: 60, profile: old) == .gradedTest)
    #expect(ResourceKind(wire: 59, profile: recent) == .gradedTest)
    #expect(ResourceKind(wire: 16, profile: recent) == .subject)
    #expect(ResourceKind(wire: 999, profile: recent).rawValue == 1000)
    #expect(ResourceKind(wire: -5, profile: recent).rawValue == -5)
  }

  @Test(arguments: [Int.max, Int.min]) func `never traps`(wire: Int) {
    for profile in WireProfile.all {
      _ = ResourceKind(wire: wire, profile: profile)
      _ = ResourceKind(rawValue: wire).wire(profile)
    }
  }
}
