import Glibc

/// Chinese text in the encoding of Chinese spreadsheets.
enum ChineseText {
    /// The bytes of a text in GB18030; nothing where the system cannot encode it.
    static func gb18030(_ text: String) -> [UInt8]? {
        let converter = iconv_open("GB18030", "UTF-8")
        // iconv_open returns (iconv_t)-1 on failure.
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var source = Array(text.utf8)
        // No character of UTF-8's one to four bytes takes more than twice its bytes in GB18030.
        var target = [UInt8](repeating: 0, count: source.count * 2 + 4)
        let written = source.withUnsafeMutableBytes { input in
            target.withUnsafeMutableBytes { output -> Int? in
                var from = input.bindMemory(to: CChar.self).baseAddress
                var to = output.bindMemory(to: CChar.self).baseAddress
                var (left, room) = (input.count, output.count)
                let status = iconv(converter, &from, &left, &to, &room)
                return status == Int.max.magnitude || left != 0 ? nil : output.count - room
            }
        }
        return written.map { Array(target[..<$0]) }
    }
}
