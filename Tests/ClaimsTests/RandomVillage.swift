import Claims
import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import WalkNetwork

/// A made-up study on a grid of streets in which everything that may be left out sometimes is.
struct RandomVillage {
    let ground: StudyGround
    let result: CoverageResult
    let explainer: Explainer

    init(_ generator: inout SeededGenerator) throws {
        let town = try GridTown(blocks: 12, spacing: 100)
        func maybe(_ value: Int) -> ExactDecimal? {
            generator.int(in: 0...2) == 0 ? nil : ExactDecimal(value)
        }
        func somewhere() -> GeographicPoint {
            town.point(generator.double(in: -6...18), generator.double(in: -6...18))
        }
        let communities = (0..<generator.int(in: 1...4)).map { index in
            Community(
                id: "K\(index)", name: "K\(index)", point: somewhere(),
                district: generator.int(in: 0...1) == 0 ? nil : "D\(index % 2)",
                households: maybe(generator.int(in: 0...2000)),
                elders: ElderFigures(statedTotal: maybe(generator.int(in: 0...900))))
        }
        let compounds = (0..<generator.int(in: 0...12)).map { index in
            Compound(
                id: "H\(index)",
                community: generator.int(in: 0...5) == 0
                    ? nil : generator.int(in: 0...(communities.count - 1)),
                households: maybe(generator.int(in: 0...700)), elders: maybe(generator.int(in: 0...200)),
                delivered: PartialDate(year: generator.int(in: 2015...2023)), point: somewhere(),
                footprint: generator.int(in: 0...1) == 0 ? nil : generator.double(in: 1...5000))
        }
        var gates: [Gate] = []
        for index in compounds.indices where generator.int(in: 0...2) == 0 {
            gates += (0..<generator.int(in: 1...3)).map { _ in Gate(compound: index, point: somewhere()) }
        }
        let facilities = (0..<generator.int(in: 0...4)).map {
            Facility(id: "F\($0)", level: .community, point: somewhere())
        }
        let study = Study(
            name: "village", baseYear: 2020, plane: StreetSketch.planeDefinition, communities: communities,
            compounds: compounds, gates: gates, facilities: facilities)
        ground = StudyGround(
            study: study, pack: .withoutRules, network: town.network, plane: town.plane)
        guard let day = Day.last(ofYear: 2020) else { throw NoSuchDay() }
        result = ground.coverage(on: day)
        explainer = Explainer(ground: ground, result: result, findings: [])
    }

    struct NoSuchDay: Error {}

    /// The explanation of every compound and of every residual.
    var places: [PlaceExplanation] {
        var places: [PlaceExplanation] = []
        for index in ground.study.compounds.indices {
            if case .place(let place) = explainer.explanation(of: .compound(index)) { places.append(place) }
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
