/// Text as it would be typed on a plain keyboard.
package enum PlainText {
    /// Full-width letters, digits and signs (U+FF01…U+FF5E, as Chinese input methods write them) as their
    /// ASCII twins, the full-width space and the no-break space as a space, and nothing of what shows nothing (zero-width
    /// spaces and joiners, marks of direction and of byte order, soft hyphens: what is pasted from web pages brings
    /// them); all else as it stands.
    package static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000, 0xA0: result.append(" ")
            case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
