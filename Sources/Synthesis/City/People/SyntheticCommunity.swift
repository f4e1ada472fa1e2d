/// How people live in a community.
struct TileTraits: Sendable {
    let personsPerHousehold: Double
    let elderShare: Double
    /// The share of homes that stand in listed compounds.
    let listedShare: Double
}

/// A community with its people, as its record states them.
struct SyntheticCommunity: Sendable {
    /// How its elders are stated.
    enum ElderColumns: Sendable { case groups, total, both, unstated }

    let id: String
    let name: String
    let subdistrict: String
    let district: String
    let isUrban: Bool
    /// The border, closed and counter-clockwise.
    let ring: [MicroCoordinate]
    let population: Int
    let households: Int
    let elders: (sixties: Int, seventies: Int, eightyPlus: Int)
    let statedElders: ElderColumns
    /// m², where stated.
    let publicServiceArea: Int?
}

/// The people of a synthetic city, community by community.
struct CommunityRegister: Sendable {
    let communities: [SyntheticCommunity]
    /// The subdistrict of each community, as a number, and the district of each subdistrict.
    let subdistrictOf: [Int]
    let districtOf: [Int]

    /// How people live in each tile: smaller households and more elders where it is dense.
    static func traits(_ ground: CityGround, random: inout SeededGenerator) -> [TileTraits] {
        ground.tiling.tiles.map { tile in
            let core = min(1, tile.density)
            return TileTraits(
                personsPerHousehold: 2.9 - 0.45 * core + random.between(-0.15, 0.15),
                elderShare: (tile.isUrban ? 0.15 + 0.09 * core : 0.21) + random.between(-0.02, 0.04),
                listedShare: random.chance(0.04) ? 1.03 : random.between(0.6, 0.95))
        }
    }

    init(
        ground: CityGround, traits: [TileTraits], compounds: [SyntheticCompound],
        random: inout SeededGenerator
    ) {
        let tiles = ground.tiling.tiles
        let subdistricts = max(1, tiles.count / ground.dimensions.communitiesPerSubdistrict)
        let districts = min(ground.dimensions.districts, subdistricts)
        subdistrictOf = tiles.indices.map { $0 * subdistricts / tiles.count }
        districtOf = (0..<subdistricts).map { $0 * districts / subdistricts }

        var listed = [Int](repeating: 0, count: tiles.count)
        for compound in compounds where compound.isCounted {
            listed[compound.estate.tile] += compound.households
        }

        var communities: [SyntheticCommunity] = []
        for (t, tile) in tiles.enumerated() {
            let trait = traits[t]
            var households = 0
            if tile.land > 0 {
                households =
                    tile.isUrban
                    ? listed[t] > 0
                        ? Int((Double(listed[t]) / trait.listedShare).rounded()) : random.whole(150...700)
                    : random.whole(220...780)
            }
            let population = Int((Double(households) * trait.personsPerHousehold).rounded())
            let elders = Int((Double(population) * trait.elderShare).rounded())
            let eightyPlus = Int((Double(elders) * random.between(0.11, 0.17)).rounded())
            let seventies = Int((Double(elders) * random.between(0.27, 0.33)).rounded())
            communities.append(
                SyntheticCommunity(
                    id: PlaceNames.identifier("SC", t, of: tiles.count),
                    name: PlaceNames.community(t, of: tiles.count),
                    subdistrict: PlaceNames.subdistrict(subdistrictOf[t], of: subdistricts),
                    district: PlaceNames.district(districtOf[subdistrictOf[t]]), isUrban: tile.isUrban,
                    ring: ground.tiling.border(of: t).map {
                        ground.frame.coordinate(ground.tiling.place($0))
                    },
                    population: population, households: households,
                    elders: (elders - seventies - eightyPlus, seventies, eightyPlus),
                    statedElders: random.pick(
                        (.groups, 76), (.total, 12), (.both, 6), (.unstated, tile.isUrban ? 0 : 14)),
                    publicServiceArea: random.chance(0.8) ? random.whole(120...1_900) : nil))
        }
        self.communities = communities
    }
}
