import Geometry

/// A whole synthetic city as values, before any file is written.
struct SyntheticCityPlan: Sendable {
    let ground: CityGround
    let communities: [SyntheticCommunity]
    let compounds: [SyntheticCompound]
    let facilities: [SyntheticFacility]
    let candidates: [SyntheticCandidate]
    /// What stations could become; candidates, too.
    let upgrades: [SyntheticUpgrade]
    let streets: StreetMap
    let bridges: Int
    let islandsWithStreets: Int

    init(size: CitySize, seed: UInt64) {
        let ground = CityGround(size: size, seed: seed)
        let estates = Estate.lay(on: ground)
        var people = SeededGenerator(seed: seed, stream: .people)
        let traits = CommunityRegister.traits(ground, random: &people)
        let compounds = CompoundRegister(ground: ground, estates: estates, traits: traits).compounds
        let register = CommunityRegister(
            ground: ground, traits: traits, compounds: compounds, random: &people)
        var planner = StreetPlanner(ground, estates: estates)
        islandsWithStreets = planner.connect()
        bridges = planner.bridges
        streets = StreetMap(planner.draft, ground: ground)
        communities = register.communities
        facilities =
            FacilityRegister(ground: ground, register: register, compounds: compounds).facilities
        candidates = SyntheticCandidate.sites(on: ground)
        upgrades = SyntheticUpgrade.list(of: facilities)
        self.compounds = compounds
        self.ground = ground
    }
}
