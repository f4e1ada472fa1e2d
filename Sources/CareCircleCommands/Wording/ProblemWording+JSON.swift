internal import Reports
internal import Studies

// Problems for programs.
extension ProblemWording {
    /// A problem as an object: where it is, what is wrong, what was expected, and the line that people read.
    func json(_ problem: Problem) -> JSONText {
        let (wrong, expected) = parts(of: problem.fault)
        return .object([
            ("file", .text(problem.file)), ("row", problem.row.map { .whole($0) } ?? .null),
            ("column", .text(optional: column(of: problem))), ("problem", .text(wrong)),
            ("expected", .text(optional: expected)), ("message", .text(line(for: problem))),
        ])
    }

    /// What is wrong with a command line as far as only the study tells: no file's problem.
    func json(misuse words: String) -> JSONText {
        .object([
            ("file", .null), ("row", .null), ("column", .null), ("problem", .text(words)),
            ("expected", .null), ("message", .text(words)),
        ])
    }

    /// A fault's sentence, taken apart where it says what was expected; what is quoted of the input is passed by.
    func parts(of fault: Fault) -> (wrong: String, expected: String?) {
        let sentence = sentence(for: fault)
        let mark = say(", expected ", "，应")
        var depth = 0
        for index in sentence.indices {
            switch sentence[index] {
            case "“": depth += 1
            case "”": depth -= 1
            default: break
            }
            guard depth == 0, sentence[index...].hasPrefix(mark) else { continue }
            let behind = sentence[index...].dropFirst(mark.count)
            return (String(sentence[..<index]), say(String(behind), "应" + behind))
        }
        return (sentence, nil)
    }
}
