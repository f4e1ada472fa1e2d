internal import Glibc

/// The text of a file as UTF-8, whatever it was written in.
struct DecodedText {
    /// The text as UTF-8, without a byte order mark.
    let bytes: [UInt8]
    /// What it was written in.
    let encoding: TextEncoding
}

/// Why bytes are no text.
enum DecodingFailure: Error, Hashable {
    /// The system knows no encoding of this name.
    case unknown(name: String)
    /// Bytes that are none in the encoding, first on this line (from 1).
    case undecodable(TextEncoding, line: Int)
    /// Bytes of zero, which no text has.
    case binary(line: Int)

    /// What is wrong with a file; whether the study may state its encoding decides what is asked for.
    func problem(in file: String, canState: Bool = true) -> Problem {
        switch self {
        case .unknown(let name): Problem(file: file, .unknownEncoding(name: name))
        case .binary(let line): Problem(file: file, row: line, .cannotRead(reason: "it holds bytes of zero"))
        case .undecodable(let encoding, let line):
            Problem(file: file, row: line, .undecodable(encoding: encoding.name, canState: canState))
        }
    }
}

extension DecodedText {
    /// Decodes bytes as an encoding, or as the one that they show themselves to be in.
    ///
    /// Detected are UTF-8 and UTF-16 by their byte order marks, then UTF-8 by its own rules, then GB 18030.
    /// Text that is UTF-8 but for a few broken places is reported as such, not read as garbled Chinese.
    init(_ bytes: [UInt8], as stated: TextEncoding?) throws(DecodingFailure) {
        switch stated {
        case nil:
            if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
                self = try DecodedText(bytes, as: .utf16)
                return
            }
            if let zero = bytes.firstIndex(of: 0) { throw .binary(line: line(of: zero, in: bytes)) }
            guard let broken = firstInvalidUTF8(in: bytes) else {
                self.init(bytes: withoutMark(bytes), encoding: .utf8)
                return
            }
            guard !isMostlyUTF8(bytes) else {
                throw .undecodable(.utf8, line: line(of: broken, in: bytes))
            }
            self.init(bytes: try converted(bytes, from: .gb18030), encoding: .gb18030)
        case .utf8?:
            if let broken = firstInvalidUTF8(in: bytes) {
                throw .undecodable(.utf8, line: line(of: broken, in: bytes))
            }
            self.init(bytes: withoutMark(bytes), encoding: .utf8)
        case let encoding?:
            self.init(bytes: withoutMark(try converted(bytes, from: encoding)), encoding: encoding)
        }
    }
}

private func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
}

private func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}

/// Whether characters of three bytes outnumber the broken places by far, as they do in Chinese UTF-8 text
/// with a damaged spot; in GB 18030 hardly any bytes happen to form one.
private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (whole, broken, i) = (0, 0, 0)
    while i < bytes.count {
        if bytes[i] < 0x80 {
            i += 1
        } else if bytes[i] & 0xF0 == 0xE0, i + 2 < bytes.count, bytes[i + 1] & 0xC0 == 0x80,
            bytes[i + 2] & 0xC0 == 0x80
        {
            whole += 1
            i += 3
        } else {
            broken += 1
            i += 1
        }
    }
    return whole > 10 * broken
}

private func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for i in 0..<offset {
        if bytes[i] == UInt8(ascii: "\n")
            || (bytes[i] == UInt8(ascii: "\r") && bytes[i + 1] != UInt8(ascii: "\n"))
        {
            line += 1
        }
    }
    return line
}

/// Converts to UTF-8 by the system's iconv.
private func converted(
    _ bytes: [UInt8], from encoding: TextEncoding
) throws(DecodingFailure) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", encoding.name), converter != iconv_t(bitPattern: -1) else {
        throw .unknown(name: encoding.name)
    }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var (done, stuck) = (0, false)
    var input = bytes
    // Pieces keep the second buffer small; what iconv leaves of a piece is given to it again.
    var piece = [CChar](repeating: 0, count: 1 << 16)
    while done < input.count, !stuck {
        input.withUnsafeMutableBytes { source in
            var from = source.baseAddress?.advanced(by: done).assumingMemoryBound(to: CChar.self)
            var left = source.count - done
            piece.withUnsafeMutableBufferPointer { target in
                var to = target.baseAddress
                var room = target.count
                let outcome = iconv(converter, &from, &left, &to, &room)
                stuck = outcome == -1 && errno != E2BIG
                target.withMemoryRebound(to: UInt8.self) { written in
                    result.append(contentsOf: written[0..<(written.count - room)])
                }
            }
            done = source.count - left
        }
    }
    if stuck { throw .undecodable(encoding, line: line(of: min(done, bytes.count - 1), in: bytes)) }
    return result
}
