internal import Foundation

/// The answers that are known to be right: tab-separated lines of study, case, quantity and number.
struct StoredAnswers {
    private struct Key: Hashable {
        let study: String
        let name: String
        let quantity: String
    }

    private let path: String
    private var order: [Key] = []
    private var numbers: [Key: String] = [:]

    init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 4 else { continue }
            set(Key(study: fields[0], name: fields[1], quantity: fields[2]), fields[3])
        }
    }

    private mutating func set(_ key: Key, _ number: String) {
        if numbers.updateValue(number, forKey: key) == nil { order.append(key) }
    }

    /// What of an answer is wrong, a line each; a quantity that is not stored is wrong, too.
    func faults(of answer: [Quantity], study: String, named name: String) -> [String] {
        answer.compactMap { quantity in
            guard
                let text = numbers[Key(study: study, name: name, quantity: quantity.name)],
                let stored = Double(text)
            else { return "\(study), \(name): no answer is stored for \(quantity.name) (\(quantity.text))" }
            guard !quantity.agrees(with: stored) else { return nil }
            return "\(study), \(name): \(quantity.name) is \(quantity.text), not \(text)"
        }
    }

    /// Takes an answer for right.
    mutating func record(_ answer: [Quantity], study: String, named name: String) {
        for quantity in answer {
            set(Key(study: study, name: name, quantity: quantity.name), quantity.text)
        }
    }

    /// Writes all answers back.
    func write() throws {
        let head =
            "# study\tcase\tquantity\tnumber: written by `benchmarks run --record`, checked by every run\n"
        let lines = order.map { "\($0.study)\t\($0.name)\t\($0.quantity)\t\(numbers[$0] ?? "")\n" }
        try (head + lines.joined()).write(toFile: path, atomically: true, encoding: .utf8)
    }
}
