import PronoteWire
import SchoolModel

/// Which tabs the spaces have. Only pages that this school really serves are published.
enum TabTree {
  private struct Node {
    let tab: Int
    var children: [Int] = []
  }

  private static func nodes(for space: AccountSpace) -> [Node] {
    switch space {
    case .student, .parent:
      [
        Node(tab: Tab.home), Node(tab: Tab.timetable),
        Node(tab: 61, children: [Tab.lessonContent, Tab.homework]),
        Node(tab: 5, children: [Tab.teachingStaff, Tab.schoolLife]),
        Node(tab: 3, children: [Tab.latestGrades, Tab.reportCard]),
        Node(tab: 55, children: [Tab.latestEvaluations]),
        Node(tab: 2, children: [Tab.discussions, Tab.news, Tab.menus]),
        Node(tab: 6, children: [Tab.personalData]),
      ]
    case .teacher:
      [
        Node(tab: Tab.home), Node(tab: Tab.timetable), Node(tab: 2, children: [Tab.discussions, Tab.news]),
        Node(tab: 6, children: [Tab.personalData]),
      ]
    case .staff, .management:
      [
        Node(tab: Tab.home), Node(tab: Tab.studentList), Node(tab: 2, children: [Tab.discussions, Tab.news]),
        Node(tab: 6, children: [Tab.personalData]),
      ]
    default:
      [Node(tab: Tab.home), Node(tab: 6, children: [Tab.personalData])]
    }
  }

  /// The tree as ParametresUtilisateur sends it.
  static func json(for space: AccountSpace) -> JSONValue {
    .array(
      nodes(for: space).map { node in
        .object(present: [
          "G": .integer(node.tab),
          "Onglet": node.children.isEmpty ? nil : .array(node.children.map { ["G": .integer($0)] }),
        ])
      }
    )
  }

  /// All tabs, parents first.
  static func tabs(for space: AccountSpace) -> [Int] {
    nodes(for: space).flatMap { [$0.tab] + $0.children }
  }
}
