import Geometry
import Places
import Scenarios
import TestWorlds
import Testing

/// Everything that can be wrong between a programme and its study.
@Suite struct ProgrammeTests {
    private func study(_ town: GridTown) throws -> Study {
        func square(_ x: Double, _ y: Double, _ width: Double) throws -> MultiPolygon<GeographicPoint> {
            let corners = [(x, y), (x + width, y), (x + width, y + width), (x, y + width), (x, y)]
            return MultiPolygon([Polygon(exterior: try Ring(corners.map { town.point($0.0, $0.1) }))])
        }
        func community(_ id: String, _ name: String, _ x: Double) throws -> Community {
            Community(
                id: id, name: name, area: try square(x, 0, 4), point: town.point(x + 2, 2),
                subdistrict: "S-\(id)")
        }
        return Study(
            name: "Programme town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: [
                try community("C2", "Lake", 4), try community("C1", "River", 0),
                try community("C3", "Lake", 8),
            ],
            facilities: [
                ScenarioWorld.facility("F1", at: town.point(1, 1), community: 1),
                ScenarioWorld.facility("F2", at: town.point(1, 1), closed: try ScenarioWorld.day(2023)),
                ScenarioWorld.facility("F3", at: town.point(1, 1), opened: try ScenarioWorld.day(2024, 5)),
                ScenarioWorld.facility("F4", at: town.point(1, 1), status: .planned),
            ])
    }

    private func faults(_ entries: (GridTown) throws -> [ProgrammeEntry]) throws -> [ProgrammeProblem] {
        let town = try GridTown(blocks: 12, spacing: 100)
        do {
            _ = try ScenarioPlan(Scenario(name: "x", programme: try entries(town)), study: try study(town))
            return []
        } catch ScenarioFailure.programme(let problems) {
            return problems
        }
    }

    private func upgrade(_ id: String, _ date: PartialDate) -> ProgrammeEntry {
        ScenarioWorld.upgrade(id, on: date) { $0.beds = ExactDecimal(5) }
    }

    @Test func eachFaultOnItsOwn() throws {
        let day = try ScenarioWorld.day(2022, 6, 30)
        let early = try ScenarioWorld.day(2019, 12, 31)
        let opened = try ScenarioWorld.day(2024, 5)
        let closed = try ScenarioWorld.day(2023)
        let point = GeographicPoint(longitude: 114, latitude: 30.5)
        let cases: [(ProgrammeEntry, ProgrammeFault)] = [
            (upgrade("F9", day), .unknownFacility(id: "F9")),
            (ScenarioWorld.closure("F9", on: day), .unknownFacility(id: "F9")),
            (ScenarioWorld.opening("F1", on: day, at: point), .facilityExists(id: "F1")),
            (ScenarioWorld.opening("F2", on: opened, at: point), .facilityExists(id: "F2")),
            (upgrade("F3", day), .notYetOpen(id: "F3", opened: opened)),
            (ScenarioWorld.closure("F3", on: day), .notYetOpen(id: "F3", opened: opened)),
            (upgrade("F4", day), .notOperating(id: "F4", status: .planned)),
            (upgrade("F2", opened), .alreadyClosed(id: "F2", closed: closed)),
            (ScenarioWorld.closure("F2", on: closed), .alreadyClosed(id: "F2", closed: closed)),
            (ScenarioWorld.upgrade("F1", on: day) { $0.kind = .platform }, .changesPlatform(id: "F1")),
            (upgrade("F1", early), .beforeBaseYear(date: early, baseYear: 2020)),
            (
                ScenarioWorld.opening("N1", on: day, at: point, community: "Hill"),
                .unknownCommunity(text: "Hill")
            ),
            (
                ScenarioWorld.opening("N1", on: day, at: point, community: "Lake"),
                .ambiguousCommunity(name: "Lake", ids: ["C2", "C3"])
            ),
        ]
        for (entry, fault) in cases {
            let expected = [ProgrammeProblem(entry: 0, source: ScenarioWorld.source, fault: fault)]
            #expect(try faults { _ in [entry] } == expected)
        }
    }

    @Test func allFaultsOfAProgrammeInTheOrderOfTheFile() throws {
        let late = try ScenarioWorld.day(2030)
        let soon = try ScenarioWorld.day(2021)
        let found = try faults { town in
            [
                ScenarioWorld.closure("N1", on: late), ScenarioWorld.closure("N1", on: late),
                upgrade("F9", soon), upgrade("N1", soon),
                ScenarioWorld.opening("N1", on: try ScenarioWorld.day(2025), at: town.point(3, 3)),
                ScenarioWorld.opening("N1", on: try ScenarioWorld.day(2026), at: town.point(3, 3)),
            ]
        }
        #expect(
            found.map(\.fault) == [
                .alreadyClosed(id: "N1", closed: late), .unknownFacility(id: "F9"),
                // The entry of 2021 comes before the one of 2025 that opens it.
                .unknownFacility(id: "N1"), .facilityExists(id: "N1"),
            ])
        #expect(found.map(\.entry) == [1, 2, 3, 5])
    }

    @Test func openingsFindTheirCommunity() throws {
        let town = try GridTown(blocks: 12, spacing: 100)
        let date = try ScenarioWorld.day(2022)
        let plan = try ScenarioPlan(
            Scenario(
                name: "x",
                programme: [
                    ScenarioWorld.opening("A", on: date, at: town.point(1, 1)),
                    // On the boundary of C1 and C2: the smaller id.
                    ScenarioWorld.opening("B", on: date, at: town.point(4, 0)),
                    ScenarioWorld.opening("C", on: date, at: town.point(9, 9)),
                    // What is named wins over location; an id comes before a name.
                    ScenarioWorld.opening("D", on: date, at: town.point(9, 9), community: "River"),
                    ScenarioWorld.opening("E", on: date, at: town.point(1, 1), community: "C3"),
                ]), study: try study(town))
        let opened = plan.study.facilities.dropFirst(4)
        #expect(opened.map(\.id) == ["A", "B", "C", "D", "E"])
        #expect(opened.map(\.community) == [1, 1, nil, 1, 2])
        #expect(opened.map(\.subdistrict) == ["S-C1", "S-C1", nil, "S-C1", "S-C3"])
        #expect(opened.allSatisfy { !$0.isOpen(on: date.last) })
    }

    @Test func yearsOfARun() throws {
        #expect(throws: ScenarioFailure.beforeBaseYear(from: 2019, baseYear: 2020)) {
            try ScenarioYears(from: 2019, to: 2025, baseYear: 2020)
        }
        #expect(throws: ScenarioFailure.tooFar(to: 2121, last: 2120)) {
            try ScenarioYears(from: 2020, to: 2121, baseYear: 2020)
        }
        #expect(throws: ScenarioFailure.yearsRunBackwards(from: 2025, to: 2024)) {
            try ScenarioYears(from: 2025, to: 2024, baseYear: 2020)
        }
        #expect(throws: ScenarioFailure.noSuchYear(12_020)) {
            try ScenarioYears(from: 2020, to: 12_020, baseYear: 2020)
        }
        #expect(try ScenarioYears(from: 2020, to: 2035, baseYear: 2020).list.count == 16)
    }
}
