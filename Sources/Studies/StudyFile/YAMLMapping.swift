internal import Yams

/// A key that a mapping may have, by the word that stands in the file.
package protocol YAMLKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The sort of file that the key belongs to.
    static var owner: KeyedFile { get }
}

extension YAMLKey {
    /// A study's, unless said otherwise.
    package static var owner: KeyedFile { .study }
}

/// A mapping of a YAML file whose keys are known beforehand.
///
/// Reading never stops at the first thing that is wrong: each accessor reports what does not fit and gives
/// nothing back, so that all problems of a file come out in one run.
struct YAMLMapping<Key: YAMLKey> {
    /// The file as the user wrote it.
    let file: String
    /// The keys on the way to this mapping, joined by points; empty at the top.
    let path: String
    /// The line that the mapping begins on.
    let line: Int
    /// The sort of file that the mapping stands in, whatever file its keys are mostly found in.
    let owner: KeyedFile
    private var values: [Key: Node] = [:]
    private var lines: [Key: Int] = [:]
    /// Keys of a pack without a value, which have been reported.
    private var empty: Set<Key> = []

    /// Takes a node for a mapping; unknown keys are reported with the known one nearest to them.
    init?(
        _ node: Node, file: String, path: String = "", of owner: KeyedFile = Key.owner,
        problems: inout [Problem]
    ) {
        let start = node.mark?.line ?? 1
        guard case .mapping(let mapping) = node else {
            problems.append(
                Problem(
                    file: file, row: start, column: path.isEmpty ? nil : path, .wrongType(expected: "mapping")
                ))
            return nil
        }
        (self.file, self.path, line, self.owner) = (file, path, start, owner)
        for (keyNode, value) in mapping {
            let word = keyNode.string ?? ""
            let row = keyNode.mark?.line ?? start
            guard let key = Key(rawValue: word) else {
                let nearest = NearestName.of(word, among: Key.allCases.map(\.rawValue))
                problems.append(
                    Problem(
                        file: file, row: row, column: path.isEmpty ? nil : path,
                        .unknownKey(name: word, nearest: nearest, of: owner)))
                continue
            }
            lines[key] = row
            // `key:` with nothing after it says nothing; in a pack it may be a rate that was forgotten.
            if value.null == nil {
                values[key] = value
            } else if owner == .policyPack {
                empty.insert(key)
                problems.append(problem(key, .missingValue))
            }
        }
    }

    /// Takes some of the keys of another mapping.
    private init<Other>(_ values: [Key: Node], _ lines: [Key: Int], of other: YAMLMapping<Other>) {
        (self.values, self.lines, owner) = (values, lines, other.owner)
        (file, path, line) = (other.file, other.path, other.line)
    }

    /// The same mapping, of those of its keys only that another set of keys has, too.
    func part<Other: YAMLKey>(as: Other.Type) -> YAMLMapping<Other> {
        func part<Value>(_ all: [Key: Value]) -> [Other: Value] {
            var some: [Other: Value] = [:]
            for key in Other.allCases { some[key] = Key(rawValue: key.rawValue).flatMap { all[$0] } }
            return some
        }
        return YAMLMapping<Other>(part(values), part(lines), of: self)
    }

    /// Where a key stands, else where its mapping begins.
    func line(of key: Key) -> Int { lines[key] ?? line }

    /// The keys on the way to a value, joined by points.
    func path(of key: Key) -> String { path.isEmpty ? key.rawValue : "\(path).\(key.rawValue)" }

    /// Whether a key has a value.
    func has(_ key: Key) -> Bool { values[key] != nil }

    /// A problem with the value of a key.
    func problem(_ key: Key, _ fault: Fault, severity: Problem.Severity = .error) -> Problem {
        Problem(file: file, row: line(of: key), column: path(of: key), fault, severity: severity)
    }

    /// The node of a key that must be there.
    func required(_ key: Key, _ problems: inout [Problem]) -> Bool {
        if has(key) { return true }
        if empty.contains(key) { return false }
        problems.append(
            Problem(
                file: file, row: line(of: key), column: path.isEmpty ? nil : path,
                .missingKey(name: key.rawValue)))
        return false
    }

    /// The node of a key, where there is one.
    func node(_ key: Key) -> Node? { values[key] }

    /// A text; numbers count as text as they stand.
    func text(_ key: Key, _ problems: inout [Problem]) -> String? {
        guard let node = values[key] else { return nil }
        guard case .scalar(let scalar) = node, !scalar.string.trimmed.isEmpty else {
            problems.append(problem(key, .wrongType(expected: "text")))
            return nil
        }
        return scalar.string.trimmed
    }

    /// A text or a list of texts.
    func texts(_ key: Key, _ problems: inout [Problem]) -> [String] {
        guard let node = values[key] else { return [] }
        guard case .sequence(let sequence) = node else { return text(key, &problems).map { [$0] } ?? [] }
        var texts: [String] = []
        for item in sequence {
            guard case .scalar(let scalar) = item, !scalar.string.trimmed.isEmpty else {
                problems.append(problem(key, .wrongType(expected: "list of texts")))
                return []
            }
            texts.append(scalar.string.trimmed)
        }
        if texts.isEmpty { problems.append(problem(key, .wrongType(expected: "list of texts"))) }
        return texts
    }

    /// A finite number above zero, and no larger than makes sense.
    func positiveNumber(
        _ key: Key, upTo bound: Double = .greatestFiniteMagnitude, _ problems: inout [Problem]
    ) -> Double? {
        guard let node = values[key] else { return nil }
        // Written as in cells, not as YAML would have it, to which 1:30 is 90; only what is not finite is YAML's.
        guard case .scalar(let scalar) = node,
            let number = CellNumber.plain(scalar.string).flatMap(Double.init)
                ?? node.float.flatMap({ $0.isFinite ? nil : $0 })
        else {
            problems.append(problem(key, .wrongType(expected: "number")))
            return nil
        }
        // Too many digits for a number in binary are a number all the same.
        guard number.isFinite || CellNumber.plain(scalar.string) != nil else {
            problems.append(problem(key, .notFinite(text: scalar.string)))
            return nil
        }
        guard number > 0 else {
            problems.append(problem(key, .notPositive(text: scalar.string)))
            return nil
        }
        guard number <= bound else {
            let expected = "at most \(NumberText.of(bound))"
            problems.append(problem(key, .outOfRange(text: scalar.string, expected: expected)))
            return nil
        }
        return number
    }

    /// A whole number within bounds.
    func wholeNumber(_ key: Key, in bounds: ClosedRange<Int>, _ problems: inout [Problem]) -> Int? {
        guard let node = values[key] else { return nil }
        guard case .scalar(let scalar) = node,
            let number = CellNumber.plain(scalar.string).flatMap({ Int($0) }), bounds.contains(number)
        else {
            problems.append(
                problem(key, .wrongType(expected: "whole number \(bounds.lowerBound)–\(bounds.upperBound)")))
            return nil
        }
        return number
    }

    /// True or false.
    func flag(_ key: Key, _ problems: inout [Problem]) -> Bool? {
        guard let node = values[key] else { return nil }
        guard let flag = node.bool else {
            problems.append(problem(key, .wrongType(expected: "true or false")))
            return nil
        }
        return flag
    }

    /// A word of a fixed set.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: Key, as: Word.Type, _ problems: inout [Problem]
    ) -> Word? {
        guard let text = text(key, &problems) else { return nil }
        if let word = Word(rawValue: text.lowercased()) { return word }
        problems.append(
            problem(key, .notOneOf(text: text, allowed: Word.allCases.map(\.rawValue))))
        return nil
    }

    /// A mapping within this one.
    func mapping<Inner: YAMLKey>(
        _ key: Key, as: Inner.Type, _ problems: inout [Problem]
    ) -> YAMLMapping<Inner>? {
        guard let node = values[key] else { return nil }
        return YAMLMapping<Inner>(node, file: file, path: path(of: key), of: owner, problems: &problems)
    }
}
