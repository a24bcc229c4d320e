/// How long an exchange may last and how much it may bring.
public struct WebLimits: Sendable, Hashable {
  /// From the start until the last byte of the answer, connecting included.
  public var deadline: Duration = .seconds(30)

  /// The longest body that is accepted, in bytes, after decompression. 64 MiB.
  public var maximumBodyBytes: Int = 64 << 20

  /// 30 seconds and 64 MiB, unless told otherwise.
  public init(deadline: Duration = .seconds(30), maximumBodyBytes: Int = 64 << 20) {
    self.deadline = deadline
    self.maximumBodyBytes = maximumBodyBytes
  }
}
