import Geometry
import Places

extension SyntheticCityPlan {
    /// The layer `communities` as GeoJSON.
    ///
    /// - Parameter withAges: whether it has columns by sex and age.
    /// - Returns: the file's text.
    /// - Throws: where a border is no ring.
    func communitiesText(withAges: Bool) throws(RingFailure) -> String {
        var text = GeoJSONText(name: "communities")
        for community in communities {
            let (sixties, seventies, eightyPlus) = community.elders
            let hasGroups = community.statedElders == .groups || community.statedElders == .both
            let hasTotal = community.statedElders == .total || community.statedElders == .both
            text.append(
                try Self.area([community.ring]),
                [
                    ("id", .text(community.id)), ("name", .text(community.name)),
                    ("subdistrict", .text(community.subdistrict)), ("district", .text(community.district)),
                    ("city", .text(SyntheticCity.cityName)),
                    ("setting", .text(community.isUrban ? "urban" : "rural")),
                    ("population", Self.number(community.population)),
                    ("households", Self.number(community.households)),
                    ("elders_60_69", Self.number(hasGroups ? sixties : nil)),
                    ("elders_70_79", Self.number(hasGroups ? seventies : nil)),
                    ("elders_80_plus", Self.number(hasGroups ? eightyPlus : nil)),
                    ("elders", Self.number(hasTotal ? sixties + seventies + eightyPlus : nil)),
                    ("public_service_area_m2", Self.number(community.publicServiceArea)),
                ]
                    + (withAges ? SyntheticAges.columns(of: community) : [])
                    .map { ($0.name, Self.number($0.people)) })
        }
        return text.text
    }

    /// The layer `candidates` as GeoJSON: points, some plots, and upgrades of stations where these stand.
    func candidatesText() throws(RingFailure) -> String {
        var text = GeoJSONText(name: "candidates")
        for site in candidates {
            let properties: [(String, GeoJSONText.Value)] = [
                ("id", .text(site.id)), ("name", .text(site.name)), ("level", .text(site.level.rawValue)),
                ("area_m2", Self.number(site.area)), ("kind", .text(site.kind)),
                ("cost_yuan", Self.number(site.cost)), ("earliest", Self.number(site.earliest)),
                ("beds", Self.number(site.beds)), ("daycare_places", Self.number(site.area / 15)),
                ("upgrade_of", .null),
            ]
            if let plot = site.plot {
                let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map { east, north in
                    PlanePoint(x: site.place.x + east * plot.east, y: site.place.y + north * plot.north)
                }
                text.append(try Self.area([corners.map(ground.frame.coordinate)]), properties)
            } else {
                text.append(ground.frame.coordinate(site.place).point, properties)
            }
        }
        for upgrade in upgrades {
            text.append(
                ground.frame.coordinate(upgrade.place).point,
                [
                    ("id", .text(upgrade.id)), ("name", .text(upgrade.name)),
                    ("level", .text(upgrade.level.rawValue)), ("area_m2", Self.number(upgrade.area)),
                    ("kind", .null), ("cost_yuan", Self.number(upgrade.cost)),
                    ("earliest", Self.number(upgrade.earliest)), ("beds", Self.number(upgrade.beds)),
                    ("daycare_places", Self.number(upgrade.dayCarePlaces)),
                    ("upgrade_of", .text(upgrade.facility)),
                ])
        }
        return text.text
    }

    /// The layer `water` as GeoJSON: the river without its islands, and the lakes.
    func waterText() throws(RingFailure) -> String {
        var text = GeoJSONText(name: "water")
        let river = ground.waters.river
        let banks = ([river.outline] + river.shores).map { $0.map(ground.frame.coordinate) }
        text.append(try Self.area(banks), [("name", .text("Synthetic River")), ("water", .text("river"))])
        for (number, lake) in ground.waters.lakes.enumerated() {
            text.append(
                try Self.area([lake.shore.map(ground.frame.coordinate)]),
                [("name", .text("Synthetic Lake \(number + 1)")), ("water", .text("lake"))])
        }
        return text.text
    }

    /// An outer ring and rings cut out of it.
    private static func area(
        _ rings: [[MicroCoordinate]]
    ) throws(RingFailure) -> MultiPolygon<GeographicPoint> {
        var made: [Ring<GeographicPoint>] = []
        for ring in rings { made.append(try Ring(ring.map(\.point))) }
        guard let exterior = made.first else { return MultiPolygon([]) }
        return MultiPolygon([Polygon(exterior: exterior, holes: Array(made.dropFirst()))])
    }

    private static func number(_ value: Int?) -> GeoJSONText.Value {
        value.map { .number(String($0)) } ?? .null
    }
}
