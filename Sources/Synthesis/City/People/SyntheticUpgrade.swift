import Geometry
import Places

/// What a station could become, as a candidate that stands beside building anew.
struct SyntheticUpgrade: Sendable {
    let id: String
    let name: String
    /// The facility.
    let facility: String
    let level: Level
    let place: PlanePoint
    /// m².
    let area: Int
    let beds: Int
    let dayCarePlaces: Int
    let cost: Int
    let earliest: Int

    /// Upgrades of some of the stations that no programme of the study touches.
    static func list(of facilities: [SyntheticFacility]) -> [SyntheticUpgrade] {
        let stations = facilities.filter {
            $0.kind == .station && $0.isOpenAtBase && $0.status == nil && $0.closed == nil
        }.dropFirst(7)
        let count = min(stations.count, max(4, stations.count / 5))
        return stations.prefix(count).enumerated().map { number, station in
            let more = 200 + 100 * (number % 4)
            let area = (station.area ?? 200) + more
            return SyntheticUpgrade(
                id: PlaceNames.identifier("SU", number, of: count),
                name: PlaceNames.upgrade(number, of: count),
                facility: station.id, level: station.level, place: station.place, area: area,
                beds: (station.beds ?? 0) + more / 20, dayCarePlaces: area / 15,
                cost: (more * 2_100 + 50_000) / 10_000 * 10_000, earliest: 2021 + number % 5)
        }
    }
}
