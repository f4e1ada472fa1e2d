extension StringProtocol {
    /// The text without the blanks around it: ASCII's, the no-break space and the full-width space.
    var trimmed: String {
        let bytes = Array(utf8)
        return bytes.withUnsafeBufferPointer { String(decoding: $0.trimmed, as: UTF8.self) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The UTF-8 text without the blanks around it.
    var trimmed: UnsafeBufferPointer<UInt8> {
        var (first, end) = (0, count)
        while first < end {
            if self[first] <= 0x20 {
                first += 1
            } else if self[first] == 0xC2, first + 1 < end, self[first + 1] == 0xA0 {
                first += 2
            } else if self[first] == 0xE3, first + 2 < end, self[first + 1] == 0x80, self[first + 2] == 0x80 {
                first += 3
            } else {
                break
            }
        }
        while first < end {
            if self[end - 1] <= 0x20 {
                end -= 1
            } else if end - first >= 2, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else if end - first >= 3, self[end - 3] == 0xE3, self[end - 2] == 0x80, self[end - 1] == 0x80 {
                end -= 3
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: self[first..<end])
    }
}
