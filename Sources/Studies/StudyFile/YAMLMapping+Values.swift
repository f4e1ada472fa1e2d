internal import Places
internal import Yams

// Values as scenario files write them: read as cells of a table are, from the text that stands in the file.
extension YAMLMapping {
    /// A date, whole or partial.
    func date(_ key: Key, _ problems: inout [Problem]) -> PartialDate? {
        guard let text = text(key, &problems) else { return nil }
        do {
            return try CellDate.date(text)
        } catch {
            problems.append(problem(key, error))
            return nil
        }
    }

    /// A number that is not negative, exact.
    func amount(_ key: Key, _ problems: inout [Problem]) -> ExactDecimal? {
        guard let text = text(key, &problems) else { return nil }
        do {
            return try CellNumber.amount(text)
        } catch {
            problems.append(problem(key, error))
            return nil
        }
    }

    /// A number of either sign, exact.
    func decimal(_ key: Key, _ problems: inout [Problem]) -> ExactDecimal? {
        guard let text = text(key, &problems) else { return nil }
        do {
            return try CellNumber.decimal(text)
        } catch {
            problems.append(problem(key, error))
            return nil
        }
    }

    /// A finite number within bounds; `expected` names them.
    func number(
        _ key: Key, in bounds: ClosedRange<Double>, expected: String, _ problems: inout [Problem]
    ) -> Double? {
        guard let text = text(key, &problems) else { return nil }
        do {
            let number = try CellNumber.coordinate(text)
            if bounds.contains(number) { return number }
            problems.append(problem(key, .wrongType(expected: expected)))
        } catch {
            problems.append(problem(key, error))
        }
        return nil
    }

    /// A word of a column, in English or Chinese.
    func columnWord<Value>(
        _ key: Key, _ words: ColumnWords<Value>, _ problems: inout [Problem]
    ) -> Value? {
        guard let text = text(key, &problems) else { return nil }
        if let value = words.meaning(of: text) { return value }
        problems.append(problem(key, .notOneOf(text: text, allowed: words.allowed)))
        return nil
    }

    /// Yes or no.
    func yesOrNo(_ key: Key, _ problems: inout [Problem]) -> Bool? {
        guard let text = text(key, &problems) else { return nil }
        do {
            return try CellFlag.flag(text)
        } catch {
            problems.append(problem(key, error))
            return nil
        }
    }

    /// The items of a list, each with its line; a single value is a list of one.
    func items(_ key: Key) -> [(node: Node, line: Int)] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node else { return [(node, node.mark?.line ?? line(of: key))] }
        return sequence.map { ($0, $0.mark?.line ?? line(of: key)) }
    }
}
