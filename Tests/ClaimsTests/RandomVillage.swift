import Claims
import Compliance
import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import WalkNetwork

/// A made-up study on a grid of streets in which everything that may be left out sometimes is.
struct RandomVillage {
    let town: GridTown
    let ground: StudyGround
    let result: CoverageResult
    let targets: TargetFigures
    let explainer: Explainer

    /// Makes a village, under a pack or without rules.
    init(_ generator: inout SeededGenerator, pack: PolicyPack = .withoutRules) throws {
        let town = try GridTown(blocks: 12, spacing: 100)
        self.town = town
        func maybe(_ value: Int) -> ExactDecimal? {
            generator.int(in: 0...2) == 0 ? nil : ExactDecimal(value)
        }
        func somewhere() -> GeographicPoint {
            town.point(generator.double(in: -6...18), generator.double(in: -6...18))
        }
        let communities = (0..<generator.int(in: 1...4)).map { index in
            Community(
                id: "K\(index)", name: "K\(index)", point: somewhere(),
                subdistrict: generator.int(in: 0...3) == 0 ? nil : "S\(index % 3)",
                district: generator.int(in: 0...1) == 0 ? nil : "D\(index % 2)",
                setting: generator.int(in: 0...2) == 0 ? nil : .urban,
                households: maybe(generator.int(in: 0...2000)),
                elders: ElderFigures(statedTotal: maybe(generator.int(in: 0...900))))
        }
        let compounds = (0..<generator.int(in: 0...12)).map { index in
            Compound(
                id: "H\(index)",
                community: generator.int(in: 0...5) == 0
                    ? nil : generator.int(in: 0...(communities.count - 1)),
                households: maybe(generator.int(in: 0...700)), elders: maybe(generator.int(in: 0...200)),
                careSpace: maybe(generator.int(in: 0...2) * 60),
                planned: generator.int(in: 0...1) == 0
                    ? nil : PartialDate(year: generator.int(in: 2012...2020)),
                delivered: PartialDate(year: generator.int(in: 2015...2023)), point: somewhere(),
                footprint: generator.int(in: 0...1) == 0 ? nil : generator.double(in: 1...5000))
        }
        var gates: [Gate] = []
        for index in compounds.indices where generator.int(in: 0...2) == 0 {
            gates += (0..<generator.int(in: 1...3)).map { _ in Gate(compound: index, point: somewhere()) }
        }
        func sometimes() -> Bool? {
            let draw = generator.int(in: 0...2)
            return draw == 0 ? nil : draw == 1
        }
        let facilities = (0..<generator.int(in: 0...6)).map { index in
            var facility = Facility(id: "F\(index)", level: .community, point: somewhere())
            facility.kind = sometimes().map { $0 ? .station : .centre }
            if sometimes() != nil { facility.community = generator.int(in: 0...(communities.count - 1)) }
            if sometimes() == true { facility.serves = [generator.int(in: 0...(communities.count - 1))] }
            facility.area = maybe(generator.int(in: 60...140))
            facility.beds = maybe(generator.int(in: 0...80))
            facility.nursingBeds = facility.beds == nil ? nil : maybe(generator.int(in: 0...9))
            facility.dayCarePlaces = maybe(generator.int(in: 0...20))
            facility.operator = sometimes().map { $0 ? .social : .public }
            facility.hasMedicalPoint = sometimes()
            facility.services = sometimes().map { $0 ? ["meals", "visiting_doctor"] : ["meals"] } ?? []
            if sometimes() == false { facility.closed = PartialDate(year: 2019) }
            return facility
        }
        let study = Study(
            name: "village", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: communities,
            compounds: compounds, gates: gates, facilities: facilities)
        let ground = StudyGround(study: study, pack: pack, network: town.network, plane: town.plane)
        guard let day = Day.last(ofYear: 2020) else { throw NoSuchDay() }
        let result = ground.coverage(on: day)
        let targets = TargetFigures(
            study: study, coverage: result,
            coverageBySelector: Dictionary(
                uniqueKeysWithValues: pack.targetSelectors.map {
                    ($0, ground.coverage(on: day, counting: $0))
                }),
            pack: pack, membership: ScopeMembership(of: study).members,
            careSpace: CompoundRecord.all(in: study).map { CareSpaceRecord($0, pack: pack, asOf: day) })
        let findings =
            Findings.all(study: study, pack: pack, on: day)
            + TargetFindings.all(of: pack, from: targets, on: day)
        self.ground = ground
        self.result = result
        self.targets = targets
        explainer = Explainer(
            ground: ground, result: result, findings: findings, pack: pack, targets: targets)
    }

    struct NoSuchDay: Error {}

    /// The explanation of every compound and of every residual.
    var places: [PlaceExplanation] {
        var places: [PlaceExplanation] = []
        for index in ground.study.compounds.indices {
            if case .place(let place) = explainer.explanation(of: .compound(index)) {
                places.append(place)
            }
        }
        for index in ground.study.communities.indices {
            guard case .community(let community) = explainer.explanation(of: .community(index)) else {
                continue
            }
            places += community.places.filter { if case .residual = $0.place { true } else { false } }
        }
        return places
    }
}
