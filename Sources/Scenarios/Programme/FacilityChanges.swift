package import Places

/// New values for some of a facility's columns; what is left out stays as it is.
package struct FacilityChanges: Hashable, Sendable {
    package var level: Level?
    package var kind: FacilityKind?
    package var network: NetworkRole?
    /// Floor area, m².
    package var area: ExactDecimal?
    /// Land area, m².
    package var landArea: ExactDecimal?
    package var beds: ExactDecimal?
    package var nursingBeds: ExactDecimal?
    package var rehabBeds: ExactDecimal?
    package var dayCarePlaces: ExactDecimal?
    package var services: [String]?
    package var serviceClass: ServiceClass?
    package var grade: String?
    package var owner: Sector?
    package var `operator`: Sector?
    package var hasMedicalPoint: Bool?
    package var accepted: PartialDate?
    package var failedAssessments: [Int]?
    package var operatorName: String?

    /// Changes nothing.
    package init() {}

    /// The facility with the new values.
    package func applied(to facility: Facility) -> Facility {
        var changed = facility
        if let level { changed.level = level }
        changed.kind = kind ?? facility.kind
        changed.network = network ?? facility.network
        changed.area = area ?? facility.area
        changed.landArea = landArea ?? facility.landArea
        changed.beds = beds ?? facility.beds
        changed.nursingBeds = nursingBeds ?? facility.nursingBeds
        changed.rehabBeds = rehabBeds ?? facility.rehabBeds
        changed.dayCarePlaces = dayCarePlaces ?? facility.dayCarePlaces
        changed.services = services ?? facility.services
        changed.serviceClass = serviceClass ?? facility.serviceClass
        changed.grade = grade ?? facility.grade
        changed.owner = owner ?? facility.owner
        changed.operator = `operator` ?? facility.operator
        changed.hasMedicalPoint = hasMedicalPoint ?? facility.hasMedicalPoint
        changed.accepted = accepted ?? facility.accepted
        changed.failedAssessments = failedAssessments ?? facility.failedAssessments
        changed.operatorName = operatorName ?? facility.operatorName
        return changed
    }

    /// These changes over others: what is left out here is as there.
    package func laid(over base: FacilityChanges) -> FacilityChanges {
        var changes = self
        changes.level = level ?? base.level
        changes.kind = kind ?? base.kind
        changes.network = network ?? base.network
        changes.area = area ?? base.area
        changes.landArea = landArea ?? base.landArea
        changes.beds = beds ?? base.beds
        changes.nursingBeds = nursingBeds ?? base.nursingBeds
        changes.rehabBeds = rehabBeds ?? base.rehabBeds
        changes.dayCarePlaces = dayCarePlaces ?? base.dayCarePlaces
        changes.services = services ?? base.services
        changes.serviceClass = serviceClass ?? base.serviceClass
        changes.grade = grade ?? base.grade
        changes.owner = owner ?? base.owner
        changes.operator = `operator` ?? base.operator
        changes.hasMedicalPoint = hasMedicalPoint ?? base.hasMedicalPoint
        return changes
    }
}
