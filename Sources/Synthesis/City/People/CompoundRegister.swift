import Geometry
import Places

/// Settles compounds on the estates of a synthetic city.
struct CompoundRegister: Sendable {
    private(set) var compounds: [SyntheticCompound] = []
    private var random: SeededGenerator
    private var phasing: PhaseRegister
    private var newOnes = 0

    init(ground: CityGround, estates: [Estate], traits: [TileTraits]) {
        random = SeededGenerator(seed: ground.seed, stream: .compounds)
        phasing = PhaseRegister(seed: ground.seed)
        for (index, estate) in estates.enumerated() {
            compounds.append(
                settle(estate, index, of: estates.count, ground: ground, traits: traits[estate.tile]))
        }
        pool()
    }

    private mutating func settle(
        _ estate: Estate, _ index: Int, of count: Int, ground: CityGround, traits: TileTraits
    ) -> SyntheticCompound {
        let heart = ground.place(tile: estate.tile, estate.heart)
        let step = ground.tiling.lattice.spacing * Double(ground.tiling.tiles[estate.tile].step)
        let place = PlanePoint(
            x: heart.x + step * random.between(-0.5, 0.5), y: heart.y + step * random.between(-0.5, 0.5))
        // Many small compounds, few large ones.
        let spread = random.unit()
        let households = 60 + Int(260 * random.unit() + 1_500 * spread * spread * spread * spread)
        let population = Int((Double(households) * traits.personsPerHousehold).rounded())
        let elders = Int((Double(population) * traits.elderShare * random.between(0.7, 1.05)).rounded())

        // One in three is new; the first twenty or so come early, so that small cities see every history.
        let isNew = random.chance(0.34) || index % 5 == 0
        var history: CareHistory?
        if isNew {
            history = CareHistory.rota[newOnes % CareHistory.rota.count]
            newOnes += 1
        }
        let record =
            history.map { phasing.new($0, households: households) } ?? phasing.old(households: households)
        let lastDelivery = record.delivered ?? Day(ordinal: 0)
        var compound = SyntheticCompound(
            id: PlaceNames.identifier("SR", index, of: count), name: PlaceNames.compound(index, of: count),
            estate: estate, place: place, households: households, elders: elders, population: population,
            isCounted: lastDelivery <= Day.synthesisBase, history: history)
        compound.phases = record.phases
        compound.careSpace = record.careSpace
        compound.planned = record.planned
        compound.delivered = record.statedDelivery
        compound.statesHouseholds = !random.chance(isNew ? 0.02 : 0.06)
        compound.statesElders = compound.isCounted && random.chance(0.6)
        compound.statesPopulation = random.chance(0.7)
        if !isNew, random.chance(0.2) {
            compound.renovated = StatedDate(
                Day.random(Day(ordinal: 16_436), .synthesisBase, &random), random: &random)
        }
        // One gated estate in twelve has its gates listed nowhere.
        if estate.isGated, !random.chance(1.0 / 12) {
            compound.gates = estate.gates.map { ground.gate(of: estate, $0) }
        }
        return compound
    }

    /// Small new compounds of one community may share their care space.
    private mutating func pool() {
        var first: Int?
        var pools = 0
        for c in compounds.indices where compounds[c].history != nil && compounds[c].households < 200 {
            if let other = first, compounds[other].estate.tile == compounds[c].estate.tile {
                pools += 1
                let name = "SP\(pools)"
                compounds[other].pool = name
                compounds[c].pool = name
                first = nil
            } else {
                first = c
            }
        }
    }
}
