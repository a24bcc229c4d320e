import Foundation

/// A port of the loopback interface that this process holds.
struct LoopbackPort: ~Copyable {
  /// The number of the port.
  let number: UInt16

  private let socket: Int32

  /// Takes a free port and listens on it.
  init() throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    socket = Foundation.socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = socket
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(file, pointer, length) == 0 && listen(file, 1) == 0 && getsockname(file, pointer, &length) == 0
      }
    }
    number = UInt16(bigEndian: address.sin_port)
    guard isListening else { throw CocoaError(.fileReadUnknown) }
  }

  deinit { close(socket) }

  /// A port that was free a moment ago.
  static func free() throws -> UInt16 { try LoopbackPort().number }
}
