package import Geometry

/// What a facility is (the column `kind`).
package enum FacilityKind: String, Hashable, Sendable, CaseIterable {
    case institution, centre, station
    case dayCare = "day_care"
    case mealPoint = "meal_point"
    case ruralHome = "rural_home"
    case apartment, micro, platform
}

/// A facility's role in the "internet + home care" network (the column `network`).
package enum NetworkRole: String, Hashable, Sendable, CaseIterable {
    /// 社区嵌入式.
    case embedded
    /// 中心辐射式.
    case radiating
}

/// Who owns or runs a facility.
package enum Sector: String, Hashable, Sendable, CaseIterable {
    case `public`, social
}

/// The state that a facility is said to be in.
package enum FacilityStatus: String, Hashable, Sendable, CaseIterable {
    case operating, building, planned, suspended
}

/// A facility's class by the services it offers: I culture and errands, II living care, III nursing and beds.
package enum ServiceClass: String, Hashable, Sendable, CaseIterable, Comparable {
    case one = "I"
    case two = "II"
    case three = "III"

    package static func < (a: Self, b: Self) -> Bool { a.rawValue.utf8.count < b.rawValue.utf8.count }
}

/// A place that serves elders (养老服务设施).
package struct Facility: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var level: Level
    package var kind: FacilityKind?
    package var network: NetworkRole?
    package var parent: String?
    /// The community it stands in, as an index into the study's; nothing where it lies outside all.
    package var community: Int?
    /// The subdistrict it belongs to: its own column, else its community's.
    package var subdistrict: String?
    /// The compound whose care space it uses, as an index into the study's.
    package var compound: Int?
    /// Communities that it serves beyond its own, as indices into the study's.
    package var serves: [Int]
    /// Floor area, m².
    package var area: ExactDecimal?
    /// Land area, m².
    package var landArea: ExactDecimal?
    /// The floor that it stands on, the highest of several: 1 at street level, 0 and less in a basement.
    package var floor: Int?
    package var beds: ExactDecimal?
    package var nursingBeds: ExactDecimal?
    package var rehabBeds: ExactDecimal?
    package var dayCarePlaces: ExactDecimal?
    package var services: [String]
    package var serviceClass: ServiceClass?
    /// The grade given by a third party.
    package var grade: String?
    package var owner: Sector?
    package var `operator`: Sector?
    package var hasMedicalPoint: Bool?
    package var opened: PartialDate?
    package var accepted: PartialDate?
    package var closed: PartialDate?
    package var status: FacilityStatus?
    /// The years in which its assessment found that it was not running normally, ascending.
    package var failedAssessments: [Int]
    /// How many carers work for it.
    package var carers: ExactDecimal?
    /// The longest that anybody may stay, months.
    package var longestStay: Int?
    /// Who runs it, by name: a chain is known by it.
    package var operatorName: String?
    package var point: GeographicPoint
    package var source: SourceRow

    /// Makes a facility that only its id, level and place are known of.
    package init(
        id: String, level: Level, point: GeographicPoint, source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.id = id
        self.level = level
        self.point = point
        self.source = source
        serves = []
        services = []
        failedAssessments = []
    }

    /// Whether it is in a state on a day: operating where it is open, in another as its row says until it is closed.
    package func `is`(_ status: FacilityStatus, on day: Day) -> Bool {
        if status == .operating { return isOpen(on: day) }
        return self.status == status && closed.map { $0.last > day } ?? true
    }

    /// Whether it is open on a day: `opened` has come (or is empty), `closed` has not, and no `status` other
    /// than operating stands against it.
    package func isOpen(on day: Day) -> Bool {
        if let status, status != .operating { return false }
        if let opened, opened.last > day { return false }
        if let closed, closed.last <= day { return false }
        return true
    }
}
