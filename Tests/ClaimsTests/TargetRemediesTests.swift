import Compliance
import Coverage
import Places
import Policy
import TestWorlds
import Testing

/// What would nearest make a target's figure what is required, worked by hand on squared paper of 100 m.
///
/// 30 elders live at the station F (90 m², 10 beds of which 2 for nursing, public); 50 some 2.8 km away at H1, 20 at H2,
/// 1,414 m beyond. The candidate A stands at H1, C at H2, and B between them: 707 m from both, 1,000 m on foot.
@Suite struct TargetRemediesTests {
    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))
    private let name = BilingualText(en: "n", zh: "名")

    private func target(
        _ measure: Target.Measure, _ least: String, due: Int? = nil, counts: FacilitySelector? = nil
    ) throws -> Target {
        Target(
            id: "t", name: name, clause: clause, measure: measure, selector: counts, basis: measure.bases[0],
            due: due.flatMap { PartialDate(year: $0) }, atLeast: try #require(ExactDecimal(least)))
    }

    private func remedy(
        for target: Target, sitesOf level: Level? = nil, opened: [String] = [], upgrade: Bool = false,
        spaces: [ExactDecimal?] = [nil, nil, nil]
    ) async throws -> Remedy? {
        let town = try GridTown(blocks: 40, spacing: 100)
        let places: [(Double, Int, Int)] = [(5, 30, 0), (25, 50, 1), (35, 20, 1)]
        var station = Facility(id: "F", level: .community, point: town.point(5, 5))
        station.kind = .station
        station.area = ExactDecimal(90)
        station.beds = ExactDecimal(10)
        station.nursingBeds = ExactDecimal(2)
        station.operator = .public
        station.community = 0
        let sites: [(String, Double, Int, Int, Int)] = [
            ("A", 25, 10, 500, 2020), ("B", 30, 20, 300, 2025), ("C", 35, 8, 400, 2020),
        ]
        var upgraded = Candidate(id: "U", cost: ExactDecimal(900), community: 0, point: town.point(5, 5))
        upgraded.beds = ExactDecimal(40)
        upgraded.network = .embedded
        upgraded.upgrades = 0
        let candidates = sites.enumerated().map { index, site in
            var own = Candidate(
                id: site.0, area: ExactDecimal(120), cost: ExactDecimal(site.3), earliest: site.4,
                community: 1, point: town.point(site.1, site.1))
            own.beds = ExactDecimal(site.2)
            own.level = level
            return own
        }
        let study = Study(
            name: "s", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: [5.0, 25].enumerated().map { index, at in
                Community(id: "K\(index)", name: "K\(index)", point: town.point(at, at))
            },
            compounds: places.enumerated().map { index, place in
                Compound(
                    id: "H\(index)", community: place.2, households: ExactDecimal(10),
                    elders: ExactDecimal(place.1), careSpace: spaces[index],
                    point: town.point(place.0, place.0))
            },
            facilities: [station]
                + opened.map { id in
                    var own = Facility(id: id, level: .city, point: town.point(0, 39))
                    own.beds = .zero
                    return own
                },
            candidates: candidates + (upgrade ? [upgraded] : []))
        let pack = PolicyPack(
            id: "p", name: name, jurisdiction: name,
            facilityStandards: [
                FacilityStandard(
                    id: "facility.body", name: name, clause: clause, selector: .any,
                    requirement: .floorArea(minimum: ExactDecimal(100), orShareOfPublicService: nil))
            ],
            namedMeasures: [.hasQualified: NamedMeasureRule(selector: .any, meeting: ["facility.body"])],
            targets: [target])
        let ground = StudyGround(study: study, pack: pack, network: town.network, plane: town.plane)
        let day = try #require(Day.last(ofYear: 2020))
        let figures = TargetFigures(
            study: study, coverage: ground.coverage(on: day), coverageBySelector: [:], pack: pack,
            membership: ScopeMembership(of: study).members,
            careSpace: CompoundRecord.all(in: study).map { CareSpaceRecord($0, pack: pack, asOf: day) })
        let reach = await ground.candidateReach(onFoot: true, plane: town.plane, jobs: 1)
        return TargetFindings.all(of: pack, from: figures, on: day, reach: reach).first?.remedy
    }

    private func opened(_ sites: [String], adding: Int, missing: Int) -> Remedy {
        .openSites(sites, adding: ExactDecimal(adding), of: .elders, missing: ExactDecimal(missing))
    }

    @Test("Sites for shares of covered people, the one that adds most first")
    func sites() async throws {
        let near = Target.Measure.coverage(.within1km)
        #expect(try await remedy(for: target(near, "1")) == opened(["B"], adding: 70, missing: 70))
        // Half of 100 are 20 more than the 30: A and B do, B adds more.
        #expect(try await remedy(for: target(near, "0.5")) == opened(["B"], adding: 70, missing: 20))
        #expect(try await remedy(for: target(near, "0.3")) == nil)
        // B can open in 2025 only.
        #expect(
            try await remedy(for: target(near, "1", due: 2021))
                == opened(["A", "C"], adding: 70, missing: 70))
        // What is due already waits for whatever can be opened.
        #expect(
            try await remedy(for: target(near, "1", due: 2019)) == opened(["B"], adding: 70, missing: 70))
        #expect(
            try await remedy(for: target(.coverage(.within15min), "1"))
                == opened(["A", "C"], adding: 70, missing: 70))
        #expect(
            try await remedy(for: target(.coverage(.within15min), "0.8"))
                == opened(["A"], adding: 50, missing: 50))
    }

    /// A candidate that a facility has come from is opened no second time: here one far from everybody.
    @Test func whatIsOpenedAlreadyIsNoRemedy() async throws {
        #expect(
            try await remedy(for: target(.coverage(.within1km), "1"), opened: ["B"])
                == opened(["A", "C"], adding: 70, missing: 70))
        #expect(
            try await remedy(for: target(.beds, "35"), opened: ["B"])
                == .addBeds(25, at: ["A", "C"], bringing: ExactDecimal(18)))
    }

    @Test("Whole beds, and the fewest candidates that bring them")
    func beds() async throws {
        #expect(
            try await remedy(for: target(.beds, "35"))
                == .addBeds(25, at: ["B", "A"], bringing: ExactDecimal(30)))
        // 205.5 for each 1,000 of 100 elders are 20.55 beds: 10.55 more, and so 11.
        #expect(
            try await remedy(for: target(.bedsPer1000Elders, "205.5"))
                == .addBeds(11, at: ["B"], bringing: ExactDecimal(20)))
        #expect(
            try await remedy(for: target(.beds, "100"))
                == .addBeds(90, at: ["B", "A", "C"], bringing: ExactDecimal(38)))
        // 60 % of 10 beds are 6, 4 more.
        #expect(try await remedy(for: target(.nursingBedShare, "0.6")) == .convertBeds(4, at: ["F"]))
    }

    @Test("An institution stands on a site of a district or the city, or of no stated level")
    func institutions() async throws {
        let institutions = FacilitySelector(kinds: [.institution])
        let two = try target(.facilities, "2", counts: institutions)
        let sites = ["B", "C"].map { AreaRemedy(area: "K1", remedy: .open(1, candidate: $0)) }
        #expect(try await remedy(for: two) == .inAreas(sites, more: 0))
        #expect(try await remedy(for: two, sitesOf: .district) == .inAreas(sites, more: 0))
        #expect(try await remedy(for: two, sitesOf: .community) == .open(2, candidate: nil))
        let stations = FacilitySelector(kinds: [.institution, .station])
        #expect(
            try await remedy(for: target(.facilities, "3", counts: stations), sitesOf: .community)
                == .inAreas(sites, more: 0))
        let platforms = try target(.facilities, "1", counts: FacilitySelector(kinds: [.platform]))
        #expect(try await remedy(for: platforms) == .open(1, candidate: nil))
        #expect(
            try await remedy(for: target(.beds, "35", counts: institutions), sitesOf: .community)
                == .addBeds(35, at: [], bringing: .zero))
    }

    /// F stands in K0 and is not graded; nothing stands in K1, and whatever opens there has to be graded, too.
    @Test func grades() async throws {
        let graded = FacilitySelector(grades: ["A"])
        var lack = FacilityLack()
        lack.grades = ["A"]
        let upgrade = AreaRemedy(area: "K0", remedy: .upgrade(facility: "F", lack))
        func opened(_ site: String) -> AreaRemedy {
            AreaRemedy(area: "K1", remedy: .open(1, candidate: site, with: lack))
        }
        #expect(
            try await remedy(for: target(.named(.hasStandardised), "0.5", counts: graded))
                == .inAreas([upgrade], more: 0))
        #expect(
            try await remedy(for: target(.named(.hasStandardised), "1", counts: graded))
                == .inAreas([upgrade, opened("B")], more: 0))
        #expect(
            try await remedy(for: target(.facilities, "5", counts: graded))
                == .inAreas([upgrade, opened("B"), opened("C"), opened("A")], more: 1))
        #expect(
            try await remedy(for: target(.beds, "15", counts: graded))
                == .addBeds(15, at: ["B"], bringing: ExactDecimal(20), with: lack))
    }

    /// The candidate U would give F 40 beds for its 10, and the role in the network that it lacks.
    @Test func upgradesAmongCandidates() async throws {
        let from = ["U": "F"]
        #expect(
            try await remedy(for: target(.beds, "35"), upgrade: true)
                == .addBeds(25, at: ["U"], bringing: ExactDecimal(30), upgrading: from))
        let embedded = FacilitySelector(networks: [.embedded])
        // Where F does not count yet, all of its beds would come; at its place 30 elders live.
        #expect(
            try await remedy(for: target(.beds, "35", counts: embedded), upgrade: true)
                == .addBeds(35, at: ["U"], bringing: ExactDecimal(40), upgrading: from))
    }

    /// One compound holds no space, two state none: one has to be given some, of the others it has to be known.
    @Test func spaceInEveryCompound() async throws {
        #expect(
            try await remedy(for: target(.compoundsWithCareSpace, "1"), spaces: [.zero, nil, nil])
                == .setAside(["H0"], open: 2, of: ["H1", "H2"]))
        #expect(
            try await remedy(
                for: target(.compoundsWithCareSpace, "1"), spaces: [.zero, ExactDecimal(9), .zero])
                == .setAside(["H0", "H2"], open: 0, of: []))
    }

    @Test("Communities: what lacks least is enlarged, then the cheapest site opened")
    func communities() async throws {
        let enlarged = AreaRemedy(
            area: "K0", remedy: .upgrade(facility: "F", FacilityLack(area: ExactDecimal(10))))
        let opened = AreaRemedy(area: "K1", remedy: .open(1, candidate: "B"))
        #expect(
            try await remedy(for: target(.named(.hasQualified), "0.5")) == .inAreas([enlarged], more: 0))
        #expect(
            try await remedy(for: target(.named(.hasQualified), "1"))
                == .inAreas([enlarged, opened], more: 0))
        // A facility that counts stands in K0 whatever its size.
        #expect(
            try await remedy(for: target(.coverage(.hasFacility), "1")) == .inAreas([opened], more: 0))
        // Of one that asks for 95 m² itself F lacks 5, whatever standards say; of one for stations of 85 m² nothing.
        func sized(_ least: Int) -> FacilitySelector {
            FacilitySelector(kinds: [.station], minimumArea: ExactDecimal(least))
        }
        #expect(
            try await remedy(for: target(.coverage(.hasFacility), "1", counts: sized(95)))
                == .inAreas(
                    [
                        AreaRemedy(
                            area: "K0", remedy: .upgrade(facility: "F", FacilityLack(area: ExactDecimal(5)))),
                        opened,
                    ], more: 0))
        #expect(
            try await remedy(for: target(.coverage(.hasFacility), "1", counts: sized(85)))
                == .inAreas([opened], more: 0))
        #expect(
            try await remedy(for: target(.facilities, "6"))
                == .inAreas(
                    ["B", "C", "A"].map { AreaRemedy(area: "K1", remedy: .open(1, candidate: $0)) }, more: 2))
        #expect(
            try await remedy(for: target(.socialOperationShare, "1"))
                == .reach(ExactDecimal(1), of: .count, through: ["F"]))
    }
}
