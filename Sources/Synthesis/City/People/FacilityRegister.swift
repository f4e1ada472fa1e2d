import Geometry
import Places

/// Opens facilities of every level and kind over a synthetic city.
struct FacilityRegister: Sendable {
    private(set) var facilities: [SyntheticFacility] = []
    private var random: SeededGenerator
    private let ground: CityGround
    private let estatesOf: [[Int]]

    init(ground: CityGround, register: CommunityRegister, compounds: [SyntheticCompound]) {
        self.ground = ground
        random = SeededGenerator(seed: ground.seed, stream: .facilities)
        var estatesOf = [[Int]](repeating: [], count: ground.tiling.tiles.count)
        for (c, compound) in compounds.enumerated() where compound.isCounted {
            estatesOf[compound.estate.tile].append(c)
        }
        self.estatesOf = estatesOf

        let tilesOf = Self.groups(register.subdistrictOf, count: register.districtOf.count)
        let subdistrictsOf = Self.groups(
            register.districtOf, count: (register.districtOf.max() ?? 0) + 1)
        let urban = ground.tiling.tiles.indices.filter { ground.tiling.tiles[$0].isUrban }
        for _ in 0..<ground.dimensions.cityInstitutions {
            if let tile = random.pick(urban) { open(.city, .institution, in: tile) }
        }
        for subdistricts in subdistrictsOf {
            let tiles = subdistricts.flatMap { tilesOf[$0] }
            let chosen = tiles.filter { ground.tiling.tiles[$0].isUrban }
            for kind in [FacilityKind.platform, .institution, .apartment] {
                if let tile = random.pick(chosen.isEmpty ? tiles : chosen) { open(.district, kind, in: tile) }
            }
            for subdistrict in subdistricts { serve(tilesOf[subdistrict], compounds: compounds) }
        }
        for f in facilities.indices {
            facilities[f].id = PlaceNames.identifier("SF", f, of: facilities.count)
            facilities[f].name = PlaceNames.facility(
                f, of: facilities.count, what: Self.words(facilities[f].kind))
        }
    }

    /// The centres of one subdistrict and what its communities have.
    private mutating func serve(_ tiles: [Int], compounds: [SyntheticCompound]) {
        var centre: Int?
        // One subdistrict in ten has no centre, one in seven has two.
        for _ in 0..<random.pick((1, 76), (2, 14), (0, 10)) {
            let urban = tiles.filter { ground.tiling.tiles[$0].isUrban }
            if let tile = random.pick(urban.isEmpty ? tiles : urban) {
                open(.subdistrict, .centre, in: tile)
                centre = centre ?? facilities.indices.last
            }
        }
        if random.chance(0.4), let tile = random.pick(tiles) { open(.subdistrict, .institution, in: tile) }
        for tile in tiles {
            let kinds: [(Level, FacilityKind, Double)] =
                ground.tiling.tiles[tile].isUrban
                ? [
                    (.community, .station, 0.72), (.community, .mealPoint, 0.2), (.community, .dayCare, 0.16),
                    (.micro, .micro, 0.2),
                ] : [(.community, .ruralHome, 0.4), (.community, .station, 0.25)]
            for (level, kind, probability) in kinds where random.chance(probability) {
                open(level, kind, in: tile, under: centre, compounds: compounds)
                if kind == .station, random.chance(0.1), let other = random.pick(tiles), other != tile,
                    let last = facilities.indices.last, facilities[last].tile == tile
                {
                    facilities[last].serves = [other]
                }
            }
        }
    }

    private mutating func open(
        _ level: Level, _ kind: FacilityKind, in tile: Int, under centre: Int? = nil,
        compounds: [SyntheticCompound] = []
    ) {
        // Half of what communities have stands in the care space of a compound.
        let host = level == .community && random.chance(0.5) ? random.pick(estatesOf[tile]) : nil
        let place =
            host.map {
                PlanePoint(
                    x: compounds[$0].place.x + random.between(-15, 15),
                    y: compounds[$0].place.y + random.between(-15, 15))
            } ?? ground.streetSide(ofTile: tile, random: &random)
        guard let place else { return }
        var facility = SyntheticFacility(level, kind, tile: tile, place: place)
        facility.compound = host
        facility.parent = centre
        facility.statesCommunity = random.chance(0.55)
        equip(&facility)
        date(&facility)
        facilities.append(facility)
    }

    /// Floor area, beds, services and role by kind.
    private mutating func equip(_ facility: inout SyntheticFacility) {
        let isLarge = facility.kind == .institution || facility.kind == .apartment
        switch facility.kind {
        case .institution: facility.area = random.whole(2_500...14_000)
        case .apartment: facility.area = random.whole(3_000...9_000)
        case .centre: facility.area = random.whole(450...2_200)
        case .station, .dayCare: facility.area = random.whole(80...520)
        case .ruralHome: facility.area = random.whole(120...600)
        case .mealPoint, .micro: facility.area = random.whole(35...140)
        case .platform: facility.area = random.whole(60...300)
        }
        if isLarge || facility.kind == .ruralHome, let area = facility.area {
            let beds = max(6, area / random.whole(36...48))
            facility.beds = beds
            facility.nursingBeds = beds * random.whole(20...70) / 100
            facility.rehabBeds = isLarge ? beds * random.whole(0...15) / 100 : nil
            facility.landArea = isLarge ? area * random.whole(60...140) / 100 : nil
        }
        if facility.kind == .micro { facility.beds = random.whole(2...9) }
        if facility.kind == .centre {
            facility.beds = random.whole(10...40)
            facility.nursingBeds = random.whole(4...10)
        }
        if facility.kind == .centre || facility.kind == .dayCare || facility.kind == .station {
            facility.dayCarePlaces = random.whole(5...40)
        }
        switch facility.kind {
        case .centre: facility.network = random.chance(0.75) ? .radiating : .embedded
        case .station, .dayCare: facility.network = random.chance(0.5) ? .embedded : nil
        default: break
        }
        switch facility.kind {
        case .institution, .apartment:
            facility.services = ["meals", "bathing", "health", "short_stay", "comfort"]
        case .centre: facility.services = ["meals", "bathing", "day_care", "health", "comfort", "short_stay"]
        case .dayCare: facility.services = ["day_care", "meals"]
        case .mealPoint: facility.services = ["meals"]
        case .station:
            facility.services =
                random.chance(0.6) ? ["day_care", "health", "comfort"] : ["day_care", "comfort"]
        case .ruralHome, .micro: facility.services = ["meals", "comfort"]
        case .platform: facility.services = []
        }
        if facility.kind == .institution || facility.kind == .centre {
            facility.serviceClass = random.pick((.three, 60), (.two, 40))
        } else if facility.kind == .station, random.chance(0.5) {
            facility.serviceClass = random.pick((.one, 50), (.two, 50))
        }
        if facility.kind != .platform, random.chance(0.35) {
            facility.grade = random.pick(("AAA", 3), ("AA", 4), ("A", 3))
        }
        facility.owner = random.chance(0.7) ? .public : .social
        facility.operator = random.chance(0.8) ? .social : .public
        facility.hasMedicalPoint = random.chance(0.9) ? random.chance(0.3) : nil
    }

    /// When it opened and whether it is open still.
    private mutating func date(_ facility: inout SyntheticFacility) {
        // 2012-01-01 to 2020-12-31.
        let opened = Day.random(Day(ordinal: 15_340), .synthesisBase, &random)
        switch random.pick((0, 82), (1, 5), (2, 5), (3, 3), (4, 5)) {
        case 1:
            facility.opened = StatedDate(opened, random: &random)
            let last = Day.random(
                max(opened.adding(120), Day(ordinal: 16_801)), Day.synthesisBase.adding(150), &random)
            facility.closed = StatedDate(last, random: &random)
        case 2:
            facility.status = .planned
        case 3:
            facility.status = .building
            facility.opened = StatedDate(Day.synthesisBase.adding(random.whole(60...500)), random: &random)
        case 4:
            facility.status = random.chance(0.5) ? .suspended : .operating
            facility.opened = StatedDate(opened, random: &random)
        default:
            if !random.chance(0.05) {
                facility.opened = StatedDate(
                    opened, random.pick((.iso, 74), (.chinese, 8), (.month, 10), (.year, 8)))
            }
            facility.accepted = random.chance(0.3) ? StatedDate(opened.adding(-random.whole(10...90))) : nil
        }
    }

    private static func groups(_ of: [Int], count: Int) -> [[Int]] {
        var groups = [[Int]](repeating: [], count: count)
        for (index, group) in of.enumerated() { groups[group].append(index) }
        return groups
    }

    private static func words(_ kind: FacilityKind) -> String {
        switch kind {
        case .institution: "养老院"
        case .centre: "综合养老服务中心"
        case .station: "居家养老服务站"
        case .dayCare: "日间照料中心"
        case .mealPoint: "老年助餐点"
        case .ruralHome: "农村幸福院"
        case .apartment: "老年公寓"
        case .micro: "小微养老点"
        case .platform: "养老信息服务平台"
        }
    }
}
