/// How far the writing of a file is. Tests stop a process at each of these to see what a crash leaves behind.
package enum WritingStage: String, CaseIterable, Sendable {
  /// The new file is there, empty, beside the old one.
  case created
  /// The new file holds a part of its contents.
  case begun
  /// The new file holds everything, perhaps not on the disk.
  case written
  /// The new file is on the disk.
  case synchronized
  /// The new file took the place of the old one, perhaps not on the disk.
  case renamed
  /// That is on the disk, too.
  case done
}
