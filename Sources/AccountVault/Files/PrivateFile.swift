import Foundation

/// Files and directories that only their owner can read.
enum PrivateFile {
  /// Reads a file of at most one megabyte, unless more is allowed.
  ///
  /// - Returns: nil when there is no such file.
  /// - Throws: ``VaultError``: `insecure` for links, for other people's files and for files that others can
  ///   read, `damaged` for huge ones, `inputOutput` for the rest.
  static func read(_ path: String, atMost largest: Int = 1 << 20) throws -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      if errno == ELOOP { throw VaultError(.insecure, "\(path) is a symbolic link", path: path) }
      throw failure("open", path)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw failure("inspect", path) }
    guard facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid() else {
      throw VaultError(.insecure, "\(path) is not a regular file of this user", path: path)
    }
    guard facts.st_mode & 0o077 == 0 else {
      throw VaultError(.insecure, "\(path) can be read by others; chmod 600 it if they did not", path: path)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Foundation.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw VaultError(.damaged, "\(path) is too large", path: path) }
    }
  }

  /// Writes a file so that after a crash either the old or the new contents are there; on disk, unless it has to survive
  /// no more than the end of the process.
  ///
  /// One writer at a time. What a crash left of an earlier attempt is removed: it may hold a secret.
  ///
  /// - Throws: ``VaultError`` with `inputOutput`.
  static func write(
    _ bytes: [UInt8],
    to name: String,
    in directory: String,
    surviving durability: WriteDurability = .powerCut,
    reaching: (WritingStage) -> Void = { _ in }
  ) throws {
    let path = "\(directory)/\(name)"
    let temporary = temporaryPath(of: name, in: directory)
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("create", temporary) }
    do {
      defer { close(file) }
      guard fchmod(file, 0o600) == 0 else { throw failure("protect", temporary) }
      reaching(.created)
      try write(bytes.prefix(bytes.count / 2), to: file, temporary)
      reaching(.begun)
      try write(bytes.dropFirst(bytes.count / 2), to: file, temporary)
      reaching(.written)
      if durability == .powerCut {
        guard fsync(file) == 0 else { throw failure("synchronize", temporary) }
      }
      reaching(.synchronized)
      guard rename(temporary, path) == 0 else { throw failure("replace", path) }
      reaching(.renamed)
    } catch {
      unlink(temporary)
      throw error
    }
    if durability == .powerCut { try synchronize(directory) }
    reaching(.done)
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw failure("write", path) }
    }
  }

  private static func temporaryPath(of name: String, in directory: String) -> String {
    "\(directory)/.\(name).new"
  }

  /// Removes a file for good, and what a crash left of a newer one.
  ///
  /// - Returns: whether there was one.
  static func remove(
    _ name: String,
    in directory: String,
    surviving durability: WriteDurability = .powerCut
  ) throws -> Bool {
    let path = "\(directory)/\(name)"
    unlink(temporaryPath(of: name, in: directory))
    guard unlink(path) == 0 else {
      if errno == ENOENT { return false }
      throw failure("remove", path)
    }
    if durability == .powerCut { try synchronize(directory) }
    return true
  }

  /// Makes a directory, and those above it, that only this user can enter; checks it if it is there already.
  ///
  /// - Throws: ``VaultError``: `insecure` when others can write to it or own it.
  static func makeDirectory(_ path: String) throws {
    var parent = ""
    for component in path.split(separator: "/") {
      parent += (parent.isEmpty && !path.hasPrefix("/") ? "" : "/") + component
      if mkdir(parent, 0o700) != 0, errno != EEXIST, access(parent, F_OK) != 0 { throw failure("create", parent) }
    }
    try checkDirectory(path)
  }

  /// Checks that a directory is this user's and that nobody else can put files into it.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  static func checkDirectory(_ path: String) throws -> Bool {
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      if errno == ENOENT { return false }
      throw failure("inspect", path)
    }
    guard facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == geteuid(), facts.st_mode & 0o022 == 0 else {
      throw VaultError(.insecure, "\(path) is not a directory that only this user can write to", path: path)
    }
    return true
  }

  private static func synchronize(_ directory: String) throws {
    let file = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw failure("open", directory) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure("synchronize", directory) }
  }

  private static func failure(_ verb: String, _ path: String) -> VaultError {
    VaultError(.inputOutput, "cannot \(verb) \(path): \(String(cString: strerror(errno)))", path: path)
  }
}
