/// What something that was stored has to survive.
public enum WriteDurability: Sendable, Hashable {
  /// The end of the process, at any moment: a reader finds the old contents or the new ones. Costs no synchronisation of
  /// the disk.
  case process
  /// A power cut, too: when the call returns, the new contents are on the disk.
  case powerCut
}
