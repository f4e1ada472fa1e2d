import Claims
import Coverage
import Geometry
import Places
import Policy
import Testing

@Suite struct SubjectTests {
    private let here = GeographicPoint(longitude: 114.3, latitude: 30.6)

    private var study: Study {
        Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547",
            communities: [
                Community(id: "A", name: "Mill", point: here), Community(id: "B", name: "Twin", point: here),
                Community(id: "C", name: "Twin", point: here),
            ],
            compounds: [Compound(id: "A", point: here), Compound(id: "H1", point: here)])
    }

    private func rate(_ measure: String, _ scope: Scope) -> Rate {
        Rate(
            measure: measure, basis: .elders, scope: scope, numerator: 1, denominator: 2, unknown: 0,
            estimated: 0, unstated: 0, counted: "any")
    }

    private var rates: [Rate] {
        [
            rate("within_1km", .city("s")), rate("within_15min", .city("s")),
            rate("within_1km", .district("East")), rate("within_1km", .district("West")),
            rate("within_1km", .subdistrict(district: "East", name: "Quay")),
        ]
    }

    @Test(
        "Subjects are found by id, unique name, or the first columns of a rate's row",
        arguments: [
            ("H1", Subject.compound(1)), ("Mill", .community(0)), ("B", .community(1)),
            ("compound:A", .compound(0)), ("community:A", .community(0)),
            ("within_15min/elders/city", .rate(1)),
            ("within_1km/elders/city/s", .rate(0)), ("within_1km/elders/district/West", .rate(3)),
            ("within_1km/elders/subdistrict/East/Quay", .rate(4)),
        ])
    func found(text: String, subject: Subject) throws {
        #expect(try Subject(text, in: study, rates: rates) == subject)
    }

    @Test("A rule goes by its name; behind a compound it asks for that of the compound alone")
    func rules() throws {
        func list(_ texts: String...) -> (subjects: [Subject], failures: [SubjectFailure]) {
            Subject.list(texts, in: study, rates: rates, rules: ["space", "sync.built"])
        }
        #expect(
            list("space", "H1", "sync.built").subjects == [
                .rule("space"), .compoundUnder(1, .rule("sync.built")),
            ])
        #expect(
            list("H1", "within_15min", "H1").subjects == [
                .compoundUnder(1, .measure(.within15min)), .compound(1),
            ])
        #expect(list("H1", "space", "space").subjects == [.compoundUnder(1, .rule("space")), .rule("space")])
        // A bare measure is of nothing.
        #expect(list("within_1km").failures == [.unknown(text: "within_1km")])
        #expect(list("Mill", "land").failures == [.unknown(text: "land")])
    }

    @Test(
        "What names nothing or several things is refused, with how each is written",
        arguments: [
            ("H9", SubjectFailure.unknown(text: "H9")), ("compound:B", .unknown(text: "compound:B")),
            ("within_1km/elders", .unknown(text: "within_1km/elders")),
            ("A", .ambiguous(text: "A", spellings: ["compound:A", "community:A"])),
            ("Twin", .ambiguous(text: "Twin", spellings: ["community:B", "community:C"])),
            (
                "within_1km/elders/district",
                .ambiguous(
                    text: "within_1km/elders/district",
                    spellings: ["within_1km/elders/district/East", "within_1km/elders/district/West"])
            ),
        ])
    func refused(text: String, failure: SubjectFailure) {
        #expect(throws: failure) { try Subject(text, in: study, rates: rates) }
    }
}
