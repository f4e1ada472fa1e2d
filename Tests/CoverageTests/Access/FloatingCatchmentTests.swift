import Coverage
import Geometry
import TestWorlds
import Testing
import WalkNetwork

/// Floating catchment areas worked by hand, by numpy and by what must hold for all.
struct FloatingCatchmentTests {
    /// A table of walks in metres, facilities by places; what is longer than the limit is not in it.
    static func table(_ walks: [[Int]], limit: Int) -> ReachTable {
        var offsets = [0]
        var places: [Int32] = []
        var kept: [Micrometres] = []
        for row in walks {
            for (place, walk) in row.enumerated() where walk <= limit {
                places.append(Int32(place))
                kept.append(Micrometres(Int64(walk) * 1_000_000))
            }
            offsets.append(places.count)
        }
        return ReachTable(offsets: offsets, places: places, walks: kept)
    }

    private let zones = CatchmentZones.thirds(of: Micrometres(900_000_000))

    /// 10 beds reach 100 people at 300 m and 200 at 600 m; 20 beds reach the 200 at 200 m and 300 others at 900 m.
    private let village = CatchmentTable(
        reach: table([[300, 600, 2000], [2000, 200, 900]], limit: 900), supply: [10, 20],
        demand: [100, 200, 300])

    private func expect(
        _ access: CatchmentAccess, _ places: [Double], _ ratios: [Double],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (found, expected) in zip(access.places, places) {
            #expect(abs(found - expected) < 1e-14, sourceLocation: sourceLocation)
        }
        for (found, expected) in zip(access.ratios, ratios) {
            #expect(abs((found ?? -1) - expected) < 1e-14, sourceLocation: sourceLocation)
        }
    }

    /// R = 10/300 and 20/500; the place between the two has both.
    @Test func twoStepByHand() {
        expect(village.twoStep(), [1.0 / 30, 1.0 / 30 + 0.04, 0.04], [1.0 / 30, 0.04])
    }

    /// R = 10/(100 + 0.68·200) and 20/(200 + 0.22·300).
    @Test func enhancedTwoStepByHand() {
        let (first, second) = (10.0 / 236, 20.0 / 266)
        expect(
            village.enhancedTwoStep(zones), [first, 0.68 * first + second, 0.22 * second], [first, second])
    }

    /// The middle place goes to the first with 0.68/1.68 and to the second with 1/1.68 of its people.
    @Test func threeStepByHand() {
        let (toFirst, toSecond) = (0.68 / 1.68 * 0.68, 1 / 1.68)
        let first = 10 / (100 + 200 * toFirst)
        let second = 20 / (200 * toSecond + 300 * 0.22)
        expect(
            village.threeStep(zones), [first, toFirst * first + toSecond * second, 0.22 * second],
            [first, second])
    }

    /// The numbers of Tests/Reference/access_reference.py, made with dense matrices in numpy.
    @Test func asNumpy() {
        let table = CatchmentTable(
            reach: Self.table(
                [
                    [100, 300, 600, 2000, 2000], [450, 300, 800, 900, 2000], [2000, 2000, 2000, 650, 2000],
                ], limit: 900), supply: [12, 30, 7], demand: [120, 80, 0, 260, 40])
        expect(
            table.twoStep(),
            [0.12521739130434784, 0.12521739130434784, 0.12521739130434784, 0.09214046822742475, 0],
            [0.06, 0.06521739130434782, 0.026923076923076925])
        expect(
            table.enhancedTwoStep(zones),
            [0.15323583180987205, 0.19711151736745885, 0.07096453382084095, 0.05708761074391787, 0],
            [0.06, 0.13711151736745886, 0.12237762237762237])
        expect(
            table.threeStep(zones),
            [0.14535080700388545, 0.20144244285374452, 0.07120471539206427, 0.059394260504746874, 0],
            [0.10769230769230768, 0.29519257801518134, 0.24475524475524474])
    }

    /// Where everybody reaches everything, two steps say what one division says: all beds over all people.
    @Test func wholeCityWithinReach() {
        let table = CatchmentTable(
            reach: Self.table(Array(repeating: [1, 2, 3, 4], count: 3), limit: 900), supply: [5, 0, 20],
            demand: [10, 40, 0, 200])
        for access in table.twoStep().places { #expect(abs(access - 0.1) < 1e-15) }
    }

    /// People times their access is the capacity of all facilities that anybody reaches: none is lost or made.
    @Test func capacityIsConserved() {
        withEverySeed(0..<200) { seed, generator in
            let places = generator.int(in: 1...12)
            let facilities = generator.int(in: 1...8)
            let walks = (0..<facilities).map { _ in
                (0..<places).map { _ in generator.int(in: 1...2000) }
            }
            let people = (0..<places).map { _ in Double(generator.int(in: 0...5)) * 10 }
            let supply = (0..<facilities).map { _ in Double(generator.int(in: 0...50)) }
            let table = CatchmentTable(
                reach: Self.table(walks, limit: 900), supply: supply, demand: people)
            for access in [table.twoStep(), table.enhancedTwoStep(zones), table.threeStep(zones)] {
                let held = zip(people, access.places).reduce(0) { $0 + $1.0 * $1.1 }
                let reached = (0..<facilities).reduce(0.0) { sum, facility in
                    let isReached = (0..<places).contains { walks[facility][$0] <= 900 && people[$0] > 0 }
                    return sum + (isReached ? supply[facility] : 0)
                }
                #expect(abs(held - reached) < 1e-9, "seed \(seed)")
            }
        }
    }

    /// A walk on a zone's limit belongs to it; beyond the last one nothing weighs anything.
    @Test func zoneLimits() {
        for (metres, weight) in [
            (0, 1), (300, 1), (301, 0.68), (600, 0.68), (601, 0.22), (900, 0.22), (901, 0),
        ]
            as [(Int64, Double)]
        {
            #expect(zones.weight(of: Micrometres(metres * 1_000_000)) == weight, "\(metres) m")
        }
    }

    /// 40 people with 0.02 beds each who ought to have 0.05 lack 1.2; with more than the norm nobody lacks any.
    @Test func unmetNeedByHand() {
        #expect(abs(UnmetNeed.of(40, access: 0.02, norm: 0.05) - 1.2) < 1e-15)
        #expect(UnmetNeed.of(40, access: 0.06, norm: 0.05) == 0)
    }
}
