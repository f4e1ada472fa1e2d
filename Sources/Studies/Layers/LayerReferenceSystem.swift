internal import Geodesy
internal import Geometry

/// What the coordinates of a layer are in, and where on earth that is used.
struct LayerReferenceSystem {
    /// Its name in problems: as the user stated it, else as PROJ knows it.
    let name: String
    /// Nothing where the coordinates are degrees on WGS 84 as they stand.
    private let transformation: Transformation?
    private let bounds: Envelope<GeographicPoint>?
    private let isInDegrees: Bool

    /// How far beyond a system's area of use a place may lie, in degrees: half of a 3-degree zone, since
    /// a city keeps one zone for all of its ground.
    private static let margin = 1.5

    /// Degrees of longitude and latitude, which nobody has said anything about.
    init() {
        name = "EPSG:4326"
        transformation = nil
        bounds = nil
        isInDegrees = true
    }

    /// A system by its code, name or WKT.
    init(_ text: String) throws(GeodesyFailure) {
        let transformation = try Transformation(text)
        let system = transformation.system
        // A WKT is long; its name says the same.
        name = text.count <= 40 ? text : system.name
        // WGS 84 by any name, and China's datum, which PROJ counts as equal: nothing to transform.
        let isPlain =
            system.isGeographic
            && (system.name.hasPrefix("WGS 84") || system.name == "China Geodetic Coordinate System 2000")
        self.transformation = isPlain ? nil : transformation
        bounds = system.areaOfUse
        isInDegrees = system.isGeographic
    }

    /// Degrees on WGS 84, one pair for each that came in; not finite where there is no such place.
    func geographic(_ written: [RawPosition]) -> [GeographicPoint] {
        guard let transformation else {
            return written.map { GeographicPoint(longitude: $0.east, latitude: $0.north) }
        }
        return transformation.geographic(written.map { PlanePoint(x: $0.east, y: $0.north) }).positions
    }

    /// Whether a place is on earth and no farther than the margin from where the system is used.
    func holds(_ p: GeographicPoint) -> Bool {
        guard abs(p.longitude) <= 180, abs(p.latitude) <= 90 else { return false }
        guard let bounds else { return true }
        return p.longitude >= bounds.west - Self.margin && p.longitude <= bounds.east + Self.margin
            && p.latitude >= bounds.south - Self.margin && p.latitude <= bounds.north + Self.margin
    }

    /// What is the matter with a pair of coordinates that the system does not hold.
    func fault(of written: RawPosition) -> Fault {
        // No degree is that large; a plane's zones begin far from zero.
        if isInDegrees, abs(written.east) >= 1000, abs(written.north) >= 1000 {
            return .looksLikeMetres(east: written.east, north: written.north)
        }
        if holdsSwapped(written) { return .axesSwapped(east: written.east, north: written.north) }
        return .outsideCRS(east: written.east, north: written.north, crs: name)
    }

    /// Whether a pair of coordinates would be held if the two changed places.
    private func holdsSwapped(_ written: RawPosition) -> Bool {
        holds(geographic([RawPosition(east: written.north, north: written.east)])[0])
    }
}
