import Places
import Studies
import Testing

/// One thing wrong with the sample study, and exactly what must be said about it.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// The files that it touches.
    let files: Set<String>
    let apply: @Sendable (SampleStudy) -> Void
    let expected: [Problem]

    init(
        _ name: String, in files: Set<String>, _ expected: [Problem],
        _ apply: @escaping @Sendable (SampleStudy) -> Void
    ) {
        (self.name, self.files, self.expected, self.apply) = (name, files, expected, apply)
    }

    var testDescription: String { name }

    /// Faults that stand beside another one without touching it.
    static let companions = [
        FaultCase(
            "negative area", in: ["candidates.csv"],
            [Problem(file: "candidates.csv", row: 2, column: "area_m2", .negative(text: "-300"))]
        ) { $0.replacing("community,300", with: "community,-300", in: "candidates.csv") },
        FaultCase(
            "text for households", in: ["compounds.csv"],
            [Problem(file: "compounds.csv", row: 3, column: "households", .notANumber(text: "many"))]
        ) { $0.replacing("Lotus Court,C1,250", with: "Lotus Court,C1,many", in: "compounds.csv") },
        FaultCase(
            "no such day", in: ["phases.csv"],
            [Problem(file: "phases.csv", row: 3, column: "housing_built", .notADate(text: "2019-13"))]
        ) { $0.replacing("2019-10", with: "2019-13", in: "phases.csv") },
        FaultCase(
            "text for beds", in: ["facilities.csv"],
            [Problem(file: "facilities.csv", row: 3, column: "beds", .notANumber(text: "five"))]
        ) { $0.replacing("station,,5,", with: "station,,five,", in: "facilities.csv") },
    ]

    /// Two companions in files that the case leaves alone.
    var twoOthers: [FaultCase] {
        Array(Self.companions.filter { $0.files.isDisjoint(with: files) && !files.contains("*") }.prefix(2))
    }
}
