import Coverage
import Geometry
import Places
import Population
import Scenarios
import Studies
import TestWorlds
import Testing

@Suite struct ScenarioReaderTests {
    /// The example of the method's page, key by key.
    @Test func everyKeyOfAScenario() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            name: business-as-usual
            deliveries: by_phase
            population: {variant: middle, rates: {all: 0.002, 60_69: 0.031, 70_79: 0.042, 80_plus: 0.038}}
            maps: [2035, 2025]
            """, to: "business-as-usual.yaml")
        let path = try folder.write(
            """
            name: points-first
            extends: business-as-usual
            programme:
              - {date: 2022-06-30, open: {id: N1, level: community, kind: station, lon: 114.31, lat: 30.58, area_m2: 300, beds: 10, cost_yuan: 900000}}
              - {date: 2024, upgrade: F0012, set: {area_m2: 800, beds: 40}, cost_yuan: 1200000}
              - date: 2026-05
                close: 0007
              - date: 2027年3月
                open:
                  id: N2
                  name: 某中心
                  level: 街道级
                  kind: 养老服务中心
                  network: 中心辐射式
                  operator: 公建民营
                  services: [助餐, bathing]
                  lon: 114.3
                  lat: 30.6
                  community: 东湖社区
                  medical_point: 是
            """, to: "points-first.yaml")
        let reading = try ScenarioReader.read(path: path)
        #expect(
            reading.inputs.map(\.path) == [path, folder.path(of: "business-as-usual.yaml")])
        let scenario = reading.value
        #expect(scenario.name == "points-first" && scenario.deliveries == .byPhase)
        #expect(
            scenario.rates == RateTable(all: 0.002, sixties: 0.031, seventies: 0.042, eightyPlus: 0.038))
        #expect(scenario.variant == .middle && scenario.maps == [2025, 2035])
        #expect(
            scenario.programme.map { "\($0.date.text) \($0.action.kind.rawValue) \($0.action.facility)" } == [
                "2022-06-30 open N1", "2024 upgrade F0012", "2026-05 close 0007", "2027-03 open N2",
            ])
        #expect(
            scenario.programme.map(\.cost) == [ExactDecimal(900_000), ExactDecimal(1_200_000), nil, nil])
        #expect(scenario.programme.map(\.source.row) == [4, 5, 6, 8])
        guard case .open(let first) = scenario.programme[0].action,
            case .upgrade(_, let changes) = scenario.programme[1].action,
            case .open(let second) = scenario.programme[3].action
        else {
            Issue.record("the actions are others")
            return
        }
        #expect(first.level == .community && first.attributes.kind == .station)
        #expect(first.point == GeographicPoint(longitude: 114.31, latitude: 30.58))
        #expect(first.attributes.beds == ExactDecimal(10) && first.attributes.area == ExactDecimal(300))
        var expected = FacilityChanges()
        expected.area = ExactDecimal(800)
        expected.beds = ExactDecimal(40)
        #expect(changes == expected)
        #expect(second.level == .subdistrict && second.name == "某中心" && second.community == "东湖社区")
        #expect(second.attributes.kind == .centre && second.attributes.network == .radiating)
        #expect(second.attributes.owner == .public && second.attributes.operator == .social)
        #expect(second.attributes.services == ["meals", "bathing"])
        #expect(second.attributes.hasMedicalPoint == true)
    }

    @Test func whatIsLeftOut() throws {
        let folder = try TemporaryFolder()
        let scenario = try ScenarioReader.read(path: try folder.write("notes: none\n", to: "still.yaml"))
            .value
        #expect(scenario == Scenario(name: "still"))
    }

    /// Keys given here win as a whole; in `population` each key on its own.
    @Test func extendingOverrides() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            deliveries: by_phase
            maps: [2025]
            population:
              variant: low
              rates:
                low: {all: 0.001}
                high: {all: 0.003, elders: 0.05, households: 0.01}
            programme:
              - {date: 2026, close: F1}
            """, to: "base.yml")
        try folder.write("extends: base\npopulation: {variant: high}\n", to: "high.yaml")
        let path = try folder.write("extends: ./high.yaml\nprogramme: []\nmaps: 2030\n", to: "last.yaml")
        let reading = try ScenarioReader.read(path: path)
        #expect(reading.inputs.count == 3)
        #expect(
            reading.value
                == Scenario(
                    name: "last", deliveries: .byPhase, variant: .high,
                    rates: RateTable(all: 0.003, elders: 0.05, households: 0.01), maps: [2030]))
    }

    private func problems(of text: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "s.yaml")
        do throws(Problems) {
            _ = try ScenarioReader.read(path: path)
            return []
        } catch {
            return error.list.map { problem in
                #expect(problem.file == path)
                return "\(problem.row ?? 0) \(problem.column ?? "-") \(problem.fault)"
            }
        }
    }

    @Test(arguments: [
        (
            "nmae: x",
            #"1 - unknownKey(name: "nmae", nearest: Optional("name"), of: Studies.KeyedFile.scenario)"#
        ),
        ("name: a/b", #"1 name wrongType(expected: "a name that can be a folder\'s, without slashes")"#),
        ("name: ..", #"1 name wrongType(expected: "a name that can be a folder\'s, without slashes")"#),
        ("deliveries: all", #"1 deliveries notOneOf(text: "all", allowed: ["whole", "by_phase"])"#),
        ("build_out: {objective: mclp}", #"1 build_out missingKey(name: "per_year")"#),
        ("build_out: {objective: lscp}", #"1 build_out missingKey(name: "share")"#),
        (
            "build_out: {per_year: 1, share: 0.5}",
            #"1 build_out.share wrongType(expected: "objective lscp beside it")"#
        ),
        (
            "build_out: {objective: lscp, share: 0.5, discount: 0.9}",
            #"1 build_out.discount wrongType(expected: "objective mclp or equity beside it")"#
        ),
        (
            "build_out: {per_year: 1, carry_over: true}",
            #"1 build_out.carry_over wrongType(expected: "budget_yuan beside it")"#
        ),
        (
            "build_out: {per_year: 1, pays: subsidies}",
            #"1 build_out.pays wrongType(expected: "budget_yuan beside it")"#
        ),
        (
            "population: {method: leslie}",
            #"1 population.method notOneOf(text: "leslie", allowed: ["rates", "cohort"])"#
        ),
        (
            "population: {variant: median}",
            #"1 population.variant notOneOf(text: "median", allowed: ["low", "middle", "high"])"#
        ),
        (
            "population: {rates: {all: 3.1}}",
            #"1 population.rates.all wrongType(expected: "a yearly share from -1 to 1 (0.031 is 3.1 %)")"#
        ),
        (
            "population: {rates: {all: fast}}",
            #"1 population.rates.all notANumber(text: "fast")"#
        ),
        (
            "population: {rates: {60-69: 0.1}}",
            #"1 population.rates unknownKey(name: "60-69", nearest: Optional("60_69"), of: Studies.KeyedFile.scenario)"#
        ),
        (
            "population: {rates: {low: {all: 0}, high: {all: 0}}}",
            #"1 population.rates missingKey(name: "middle")"#
        ),
        ("programme: {date: 2024, close: F1}", #"1 programme wrongType(expected: "list")"#),
        ("programme:\n  - {close: F1}", #"2 programme[1] missingKey(name: "date")"#),
        (
            "programme:\n  - {date: 2024-13-01, close: F1}",
            #"2 programme[1].date notADate(text: "2024-13-01")"#
        ),
        (
            "programme:\n  - {date: 2024}",
            #"2 programme[1] wrongType(expected: "one of open, upgrade, close")"#
        ),
        (
            "programme:\n  - {date: 2024, close: F1, upgrade: F2, set: {beds: 1}}",
            #"2 programme[1] wrongType(expected: "one of open, upgrade, close")"#
        ),
        ("programme:\n  - {date: 2024, upgrade: F2}", #"2 programme[1] missingKey(name: "set")"#),
        (
            "programme:\n  - {date: 2024, close: F2, set: {beds: 1}}",
            #"2 programme[1] unknownKey(name: "set", nearest: Optional("upgrade"), of: Studies.KeyedFile.scenario)"#
        ),
        (
            "programme:\n  - {date: 2024, upgrade: F2, set: {bed: 1}}",
            #"2 programme[1].set unknownKey(name: "bed", nearest: Optional("beds"), of: Studies.KeyedFile.scenario)"#
        ),
        (
            "programme:\n  - {date: 2024, upgrade: F2, set: {lon: 1}}",
            #"2 programme[1].set unknownKey(name: "lon", nearest: nil, of: Studies.KeyedFile.scenario)"#
        ),
        (
            "programme:\n  - {date: 2024, upgrade: F2, set: {beds: -1}}",
            #"2 programme[1].set.beds negative(text: "-1")"#
        ),
        (
            "programme:\n  - {date: 2024, open: {id: N, level: community, lat: 30}}",
            #"2 programme[1].open missingKey(name: "lon")"#
        ),
        (
            "programme:\n  - {date: 2024, open: {id: N, level: micro, lon: 200, lat: 30}}",
            #"2 programme[1].open.lon,lat outsideCRS(east: 200.0, north: 30.0, crs: "EPSG:4326")"#
        ),
        (
            "programme:\n  - {date: 2024, open: {id: N, level: micro, lon: 0, lat: 0}}",
            #"2 programme[1].open.lon,lat nullIsland"#
        ),
        (
            "programme:\n  - {date: 2024, open: {id: N, level: town, lon: 114, lat: 30}}",
            #"2 programme[1].open.level notOneOf(text: "town", allowed: ["city (市级)", "district (区级)", "subdistrict (街道级)", "community (社区级)", "micro (小微)"])"#
        ),
        ("maps: [2025, soon]", #"1 maps wrongType(expected: "years")"#),
    ])
    func eachFaultOnItsOwn(_ text: String, _ expected: String) throws {
        #expect(try problems(of: text) == [expected])
    }

    @Test func allFaultsAtOnce() throws {
        let found = try problems(
            of: """
                name: x
                maps: [no]
                programme:
                  - {date: never, close: F1}
                  - {date: 2024, open: {level: micro, lon: 114, lat: 30, bedz: 3}}
                build_out: {}
                """)
        #expect(
            found == [
                #"2 maps wrongType(expected: "years")"#,
                #"4 programme[1].date notADate(text: "never")"#,
                #"5 programme[2].open unknownKey(name: "bedz", nearest: Optional("beds"), of: Studies.KeyedFile.scenario)"#,
                #"5 programme[2].open missingKey(name: "id")"#,
                #"6 build_out missingKey(name: "per_year")"#,
            ])
    }

    @Test func filesThatCannotBeRead() throws {
        let folder = try TemporaryFolder()
        func fault(_ name: String) throws -> [Problem] {
            do throws(Problems) {
                _ = try ScenarioReader.read(path: folder.path(of: name))
                return []
            } catch {
                return error.list
            }
        }
        #expect(try fault("no.yaml") == [Problem(file: folder.path(of: "no.yaml"), .fileMissing)])
        try folder.write("name: [", to: "broken.yaml")
        let broken = try fault("broken.yaml")
        #expect(broken.count == 1 && broken[0].row != nil)
        guard case .yaml = try #require(broken.first).fault else {
            Issue.record("another fault")
            return
        }
        try folder.write("name: a\nextends: nobody\n", to: "alone.yaml")
        #expect(
            try fault("alone.yaml") == [
                Problem(
                    file: folder.path(of: "alone.yaml"), row: 2, column: "extends",
                    .cannotExtend(path: folder.path(of: "nobody")))
            ])
        try folder.write("extends: two\n", to: "one.yaml")
        try folder.write("name: two\nextends: one.yaml\n", to: "two.yaml")
        #expect(
            try fault("one.yaml") == [
                Problem(
                    file: folder.path(of: "two.yaml"), row: 2, column: "extends",
                    .extendsItself(
                        chain: ["one.yaml", "two.yaml", "one.yaml"].map(folder.path(of:))))
            ])
    }

    /// What cannot be read and what does not fit the study come out in one run.
    @Test func faultsOfTheFileAndOfTheStudyTogether() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            name: x
            programme:
              - {date: 2024, open: {id: N1, level: community, lon: 114, lat: ninety}}
              - {date: 2025, upgrade: N1, set: {beds: 3}}
              - {date: 2025, close: F0021}
              - {date: 2019, close: F0012}
              - {date: 2026, open: {id: F0012, level: community, lon: 114, lat: 30, community: Rivr}}
            """, to: "x.yaml")
        let study = Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547",
            communities: [
                Community(id: "C1", name: "River", point: GeographicPoint(longitude: 114, latitude: 30))
            ],
            facilities: [
                Facility(
                    id: "F0012", level: .community, point: GeographicPoint(longitude: 114, latitude: 30))
            ])
        do {
            _ = try ScenarioReader.plan(path: path, study: study)
            Issue.record("nothing was found")
        } catch {
            #expect(
                error.list.map(\.fault) == [
                    .notANumber(text: "ninety"), .unknownFacility(text: "F0021", nearest: "F0012"),
                    .programme(.beforeBaseYear(date: try date(2019), baseYear: 2020)),
                    .unknownCommunity(text: "Rivr", nearest: "River"),
                    .programme(.facilityExists(id: "F0012")),
                ])
            #expect(error.list.map(\.row) == [3, 5, 6, 7, 7])
        }
    }

    private func date(_ year: Int) throws -> PartialDate { try #require(PartialDate(year: year)) }
}
