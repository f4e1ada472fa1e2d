import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

/// Compounds within a walk of each other, counted in blocks of 100 m.
@Suite struct CompoundWalksTests {
    /// K0 at (2,2), K1 at (4,3): 300 m on foot and 224 m in a straight line; K2 at (2,9), whose gate is at (4,4): 100 m
    /// from K1; K3 lies 2 km from any street.
    @Test func walksGoFromGateToGate() async throws {
        let town = try GridTown(blocks: 10, spacing: 100)
        func compound(_ id: String, _ point: GeographicPoint) -> Compound { Compound(id: id, point: point) }
        let study = Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition,
            compounds: [
                compound("K0", town.point(2, 2)), compound("K1", town.point(4, 3)),
                compound("K2", town.point(2, 9)), compound("K3", town.point(30, 2)),
            ], gates: [Gate(compound: 2, point: town.point(4, 4))])
        let pack = PolicyPack(
            id: "p", name: BilingualText(en: "p", zh: "p"), jurisdiction: BilingualText(en: "", zh: ""))
        let ground = StudyGround(study: study, pack: pack, network: town.network, plane: town.plane)
        let limits = [99, 150, 299, 301, 401].map { ExactDecimal($0) }
        let tables = await ground.compoundsWithinWalks(limits, jobs: 1)
        #expect(
            limits.map { tables[$0]?.near } == [
                [[], [], [], nil], [[], [2], [1], nil], [[], [2], [1], nil], [[1], [0, 2], [1], nil],
                [[1, 2], [0, 2], [0, 1], nil],
            ])
        #expect(await ground.compoundsWithinWalks(limits, jobs: 2) == tables)
        let without = StudyGround(study: study, pack: pack, network: nil, plane: town.plane)
        #expect(await without.compoundsWithinWalks(limits, jobs: 1).isEmpty)
    }
}
