/// A group of students who share a lesson: across classes, or a part of one class.
package struct GroupRecord: Hashable, Sendable {
  /// The key.
  package var key: Int64
  /// `3ESP`, `3A gr.1`.
  package var name: String
  /// Whether it is a part of one class ("partie de classe") and not a group across classes.
  package var isPartOfClass: Bool
  /// The subject that the group was made for; nil for parts of classes.
  package var subjectKey: Int64?
  /// The classes whose students belong to it.
  package var classKeys: [Int64]
  /// The group as other records name it.
  package var reference: Reference { Reference(key: key, label: name) }
}
