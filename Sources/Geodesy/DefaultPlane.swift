package import Geometry

extension WorkingPlane {
    /// The plane that a study gets which names none, by the middle of its extent.
    ///
    /// Within 73–135.1° E, 18–53.6° N the CGCS2000 3-degree zone with the nearest central meridian
    /// (EPSG:4534 at 75° E to EPSG:4554 at 135° E; a tie goes to the lower code), else the UTM zone.
    package static func definition(around extent: Envelope<GeographicPoint>) -> String {
        let middle = extent.centre
        if middle.longitude >= 73, middle.longitude <= 135.1, middle.latitude >= 18, middle.latitude <= 53.6 {
            // Half-way between two meridians rounds down: the lower code.
            let zone = ((middle.longitude - 75) / 3 - 0.5).rounded(.up)
            return "EPSG:\(4534 + Int(min(max(zone, 0), 20)))"
        }
        let turns = ((middle.longitude + 180) / 360).rounded(.down)
        let zone = 1 + ((middle.longitude + 180 - turns * 360) / 6).rounded(.down)
        let hemisphere = middle.latitude < 0 ? 32700 : 32600
        return "EPSG:\(hemisphere + Int(min(max(zone, 1), 60)))"
    }
}
