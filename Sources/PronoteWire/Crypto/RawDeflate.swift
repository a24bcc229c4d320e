import CZlib

/// Raw deflate (RFC 1951, no zlib header or trailer), by the system's zlib.
package enum RawDeflate {
  /// Compresses at level 6, as the official client does.
  package static func compress(_ input: [UInt8]) throws(WireError) -> [UInt8] {
    var stream = z_stream()
    guard input.count < Int(UInt32.max), czlib_raw_deflate_init(&stream, 6) == Z_OK else {
      throw WireError(.compression, "deflate", "zlib did not start")
    }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(input.count)))
    var status = Z_OK
    let output = input.withUnsafeBufferPointer { source in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = uInt(source.count)
      return [UInt8](unsafeUninitializedCapacity: bound) { destination, count in
        stream.next_out = destination.baseAddress
        stream.avail_out = uInt(destination.count)
        status = deflate(&stream, Z_FINISH)
        count = destination.count - Int(stream.avail_out)
      }
    }
    guard status == Z_STREAM_END else { throw WireError(.compression, "deflate", "zlib error \(status)") }
    return output
  }

  /// Inflates a whole stream; refuses more than `limit` bytes of output while they are being made, a stream that ends
  /// too early, and bytes after its end.
  package static func decompress(_ input: [UInt8], limit: Int) throws(WireError) -> [UInt8] {
    var inflater = try Inflater(limit: limit)
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, max(256, input.count &* 4)))
    let rest = try inflater.push(input, into: &output)
    guard inflater.isFinished else { throw WireError(.compression, "inflate", "the compressed data ends too early") }
    guard rest == 0 else {
      throw WireError(.compression, "inflate", "\(rest) bytes follow the end of the compressed data")
    }
    return output
  }

  /// Inflates a stream that arrives in pieces, with a limit on the output of the whole.
  package struct Inflater: ~Copyable {
    // zlib keeps a pointer back to the stream, so its address must not change.
    private let stream: UnsafeMutablePointer<z_stream>
    private let scratch: UnsafeMutableBufferPointer<UInt8>
    private let limit: Int
    private var produced = 0

    /// Whether the end of the stream was seen.
    package private(set) var isFinished = false

    /// An inflater for one stream.
    package init(limit: Int) throws(WireError) {
      let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
      stream.initialize(to: z_stream())
      guard czlib_raw_inflate_init(stream) == Z_OK else {
        stream.deallocate()
        throw WireError(.compression, "inflate", "zlib did not start")
      }
      self.stream = stream
      self.limit = limit
      scratch = .allocate(capacity: 32_768)
    }

    deinit {
      inflateEnd(stream)
      stream.deallocate()
      scratch.deallocate()
    }

    /// Appends what this piece inflates to; returns how many of its bytes lie after the end of the stream.
    package mutating func push(_ piece: [UInt8], into output: inout [UInt8]) throws(WireError) -> Int {
      guard !isFinished, !piece.isEmpty else { return piece.count }
      // A copy that zlib may read from for as long as this call lasts; typed throws do not cross a closure here.
      let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: piece.count)
      _ = input.initialize(from: piece)
      defer { input.deallocate() }
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = uInt(piece.count)
      while true {
        // One byte more than allowed tells "exactly full" from "too large".
        let room = limit - produced < scratch.count ? limit - produced + 1 : scratch.count
        stream.pointee.next_out = scratch.baseAddress
        stream.pointee.avail_out = uInt(room)
        let status = inflate(stream, Z_NO_FLUSH)
        let made = room - Int(stream.pointee.avail_out)
        produced += made
        guard produced <= limit else {
          throw WireError(.tooLarge, "inflate", "the compressed data holds more than \(limit) bytes")
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<made]))
        switch status {
        case Z_STREAM_END:
          isFinished = true
          return Int(stream.pointee.avail_in)
        case Z_OK:
          if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { return 0 }
        case Z_BUF_ERROR: return 0
        default: throw WireError(.compression, "inflate", "zlib error \(status)")
        }
      }
    }
  }
}
