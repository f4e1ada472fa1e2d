/// Text filled up with blanks behind it, at least one, to so many columns of a terminal.
func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - columns(of: text)))
}

/// Text with blanks before it, to so many columns of a terminal.
func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(of: text))) + text
}

/// How many columns of a terminal a text takes: Chinese characters and full-width signs take two.
///
/// The ranges are those that Unicode Standard Annex 11 calls wide or full-width, as far as our words and the
/// names of places use them.
func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            sum + 2
        default:
            // A mark that sits on the letter before it takes no place.
            scalar.properties.generalCategory == .nonspacingMark ? sum : sum + 1
        }
    }
}
