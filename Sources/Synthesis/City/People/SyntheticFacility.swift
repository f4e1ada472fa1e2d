import Geometry
import Places

/// A facility with what its record states.
struct SyntheticFacility: Sendable {
    var id = ""
    var name = ""
    let level: Level
    let kind: FacilityKind
    let tile: Int
    let place: PlanePoint
    /// The compound whose care space it uses, as an index.
    var compound: Int?
    var network: NetworkRole?
    /// Another facility that it answers to, as an index.
    var parent: Int?
    /// Communities it serves beyond its own, as indices.
    var serves: [Int] = []
    var statesCommunity = true
    /// m².
    var area: Int?
    var landArea: Int?
    var beds: Int?
    var nursingBeds: Int?
    var rehabBeds: Int?
    var dayCarePlaces: Int?
    var services: [String] = []
    var serviceClass: ServiceClass?
    var grade: String?
    var owner: Sector?
    var `operator`: Sector?
    var hasMedicalPoint: Bool?
    var opened: StatedDate?
    var accepted: StatedDate?
    var closed: StatedDate?
    var status: FacilityStatus?

    init(_ level: Level, _ kind: FacilityKind, tile: Int, place: PlanePoint) {
        self.level = level
        self.kind = kind
        self.tile = tile
        self.place = place
    }

    /// Whether it is open at the end of the base year.
    var isOpenAtBase: Bool {
        (status ?? .operating) == .operating && (opened.map { $0.day <= .synthesisBase } ?? true)
            && (closed.map { $0.day > .synthesisBase } ?? true)
    }
}
