import Geometry
import Places

/// A site that a scenario may use.
struct SyntheticCandidate: Sendable {
    let id: String
    let name: String
    let level: Level
    /// m².
    let area: Int
    /// New, or what it is converted from.
    let kind: String
    let cost: Int
    let earliest: Int
    /// How many beds it would have.
    var beds: Int { level == .subdistrict ? area / 50 : 10 }
    let tile: Int
    let place: PlanePoint
    /// Half the sides of the plot, in metres, where the plot is drawn and not just a point.
    let plot: (east: Double, north: Double)?

    /// Sites over a city, most of them where people live.
    static func sites(on ground: CityGround) -> [SyntheticCandidate] {
        var random = SeededGenerator(seed: ground.seed, stream: .candidates)
        let urban = ground.tiling.tiles.indices.filter { ground.tiling.tiles[$0].isUrban }
        let rural = ground.tiling.tiles.indices.filter { !ground.tiling.tiles[$0].isUrban }
        let count = ground.dimensions.candidates
        var sites: [SyntheticCandidate] = []
        while sites.count < count {
            guard let tile = random.pick(random.chance(0.7) || rural.isEmpty ? urban : rural) else { break }
            guard let place = ground.streetSide(ofTile: tile, random: &random) else { continue }
            let level: Level = random.chance(0.2) ? .subdistrict : .community
            let area = level == .subdistrict ? random.whole(800...1_800) : random.whole(150...600)
            let kind = random.pick(
                ("new", 25), ("community_room", 25), ("factory", 12), ("school", 12), ("clinic", 12),
                ("flat", 14))
            let price = kind == "new" ? 4_200 : 2_100
            sites.append(
                SyntheticCandidate(
                    id: PlaceNames.identifier("SN", sites.count, of: count),
                    name: PlaceNames.candidate(sites.count, of: count), level: level, area: area, kind: kind,
                    cost: (area * price + 100_000) / 10_000 * 10_000, earliest: random.whole(2021...2028),
                    tile: tile, place: place,
                    plot: sites.count % 5 == 4 ? (random.between(8, 18), random.between(6, 14)) : nil))
        }
        return sites
    }
}
