internal import Claims
internal import Places

/// What is wrong with the text of a formula.
package enum FormulaFault: Error, Hashable, Sendable {
    /// A sign, a number or a name where none belongs; with its place from 1.
    case unexpected(text: String, position: Int)
    /// The text ends where more is needed.
    case ended
    /// The text is longer than any formula of a report, or its brackets are deeper.
    case tooLong
    /// None of the claim's inputs has that name.
    case unknownInput(name: String, nearest: String?)
}

/// The text of a formula: numbers, percentages, names of inputs, `+ - × ÷` (or `* /`) and brackets.
///
/// Signs may be full-width. A number may be grouped by commas, a percent sign stands right behind it; nothing
/// is multiplied unless a sign says so (`2 elders` and `80%40%` are refused).
struct FormulaText {
    private let text: [Character]
    private let names: [String]
    private var place = 0
    private var depth = 0

    /// How many characters a formula may have, and how deep its brackets may be.
    private static let (longest, deepest) = (500, 20)

    /// The formula that a text writes over inputs of some names.
    static func formula(_ text: String, over names: [String]) throws(FormulaFault) -> ClaimFormula {
        var reading = FormulaText(text: Array(PlainText.folded(text)), names: names)
        guard reading.text.count <= longest else { throw .tooLong }
        let formula = try reading.sum()
        reading.skipSpaces()
        if reading.place < reading.text.count { throw reading.unexpected() }
        return formula
    }

    private init(text: [Character], names: [String]) { (self.text, self.names) = (text, names) }

    private mutating func sum() throws(FormulaFault) -> ClaimFormula {
        var formula = try product()
        while let sign = take(["+": .plus, "-": .minus, "−": .minus]) {
            formula = .combined(sign, formula, try product())
        }
        return formula
    }

    private mutating func product() throws(FormulaFault) -> ClaimFormula {
        var formula = try factor()
        while let sign = take(["*": .times, "×": .times, "/": .over, "÷": .over]) {
            formula = .combined(sign, formula, try factor())
        }
        return formula
    }

    private mutating func factor() throws(FormulaFault) -> ClaimFormula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooLong }
        skipSpaces()
        guard let next = text.dropFirst(place).first else { throw .ended }
        switch next {
        case "-", "−":
            place += 1
            return .negative(try factor())
        case "(":
            place += 1
            let inner = try sum()
            skipSpaces()
            guard place < text.count else { throw .ended }
            guard text[place] == ")" else { throw unexpected() }
            place += 1
            return inner
        case "0"..."9", ".": return try number()
        default:
            let start = place
            while place < text.count, isOfName(text[place]) { place += 1 }
            guard place > start else { throw unexpected() }
            let name = String(text[start..<place])
            guard let index = names.firstIndex(of: name) else {
                throw .unknownInput(name: name, nearest: NearestName.of(name, among: names))
            }
            return .input(index)
        }
    }

    private mutating func number() throws(FormulaFault) -> ClaimFormula {
        let start = place
        while place < text.count, "0123456789.,".contains(text[place]) { place += 1 }
        let digits = String(text[start..<place])
        let number: ExactDecimal
        do throws(Fault) {
            number = try CellNumber.amount(digits)
        } catch {
            throw .unexpected(text: digits, position: start + 1)
        }
        let isPercent = place < text.count && text[place] == "%"
        if isPercent { place += 1 }
        return .number(number, isPercent: isPercent)
    }

    private func isOfName(_ character: Character) -> Bool {
        character.isLetter || character == "_" || ("0"..."9").contains(character)
    }

    private mutating func take(
        _ signs: [Character: ClaimFormula.Operation]
    ) -> ClaimFormula.Operation? {
        skipSpaces()
        guard place < text.count, let sign = signs[text[place]] else { return nil }
        place += 1
        return sign
    }

    private mutating func skipSpaces() {
        while place < text.count, text[place].isWhitespace { place += 1 }
    }

    private func unexpected() -> FormulaFault {
        .unexpected(text: String(text[place...]), position: place + 1)
    }
}
