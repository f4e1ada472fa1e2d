internal import Geometry
package import Places
package import Policy

/// The facilities of a study as features, with whether each counts on a day.
package struct FacilityFeatures: Sendable {
    private let study: Study
    private let day: Day
    private let selector: FacilitySelector

    /// Makes the features.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - day: the day asked about.
    ///   - selector: which of the open ones count.
    package init(study: Study, day: Day, selector: FacilitySelector) {
        self.study = study
        self.day = day
        self.selector = selector
    }

    /// The finished file: `id`, `name`, `level`, `kind`, `open`, `counted`.
    package var contents: [UInt8] {
        var features = GeoJSON()
        for facility in study.facilities {
            let isOpen = facility.isOpen(on: day)
            features.append(
                facility.point,
                properties: [
                    ("id", .text(facility.id)), ("name", .text(optional: facility.name)),
                    ("level", .text(facility.level.rawValue)),
                    ("kind", .text(optional: facility.kind?.rawValue)), ("open", .flag(isOpen)),
                    ("counted", .flag(isOpen && selector.counts(facility))),
                ])
        }
        return features.contents
    }
}
