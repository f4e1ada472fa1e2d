package import Places

/// A figure that a jurisdiction means to reach by a day.
package struct Target: Hashable, Sendable {
    /// What is to reach the figure.
    package enum Measure: Hashable, Sendable {
        /// A share that coverage computes.
        case coverage(CoverageMeasure)
        /// The share of subdistricts and townships in which a counted facility stands.
        case subdistrictHasCentre
        /// How many counted facilities are open.
        case facilities
        /// The beds of counted facilities.
        case beds
        /// The beds of counted facilities for each 1,000 elders.
        case bedsPer1000Elders
        /// Care space for each 100 households of the counted compounds, m².
        case spacePer100Households

        /// The measure's name in packs and outputs.
        package var name: String {
            switch self {
            case .coverage(let measure): measure.rawValue
            case .subdistrictHasCentre: "subdistrict_has_centre"
            case .facilities: "facilities"
            case .beds: "beds"
            case .bedsPer1000Elders: "beds_per_1000_elders"
            case .spacePer100Households: "m2_per_100_households"
            }
        }

        /// Whether the figure is a share of something, 0…1.
        package var isShare: Bool {
            switch self {
            case .coverage, .subdistrictHasCentre: true
            case .facilities, .beds, .bedsPer1000Elders, .spacePer100Households: false
            }
        }

        /// The bases on which the measure may be taken; the first is what a pack that names none means.
        package var bases: [Basis] {
            switch self {
            case .coverage(.within1km): [.elders, .households, .count, .area]
            case .coverage(.within15min): [.elders, .households, .count]
            case .bedsPer1000Elders: [.elders]
            case .spacePer100Households: [.households]
            case .coverage(.hasFacility), .subdistrictHasCentre, .facilities, .beds: [.count]
            }
        }

        /// Every measure that a target may be about.
        package static let all: [Measure] =
            CoverageMeasure.allCases.map(Measure.coverage) + [
                .subdistrictHasCentre, .facilities, .beds, .bedsPer1000Elders, .spacePer100Households,
            ]

        /// The measure of a name; nothing if none bears it.
        package init?(name: String) {
            guard let measure = Measure.all.first(where: { $0.name == name }) else { return nil }
            self = measure
        }
    }

    /// Where the figure is to be reached.
    package enum Extent: Hashable, Sendable {
        /// In the city as a whole.
        case city
        /// In each district on its own.
        case eachDistrict
        /// In each of the districts named, on its own.
        case districts([String])
        /// In all urban or all rural communities taken together.
        case setting(Setting)
    }

    /// What the pack, scenarios and outputs call it (`target.` comes before it in `checks.csv`).
    package let id: String
    /// What people call it.
    package let name: BilingualText
    /// Where it is written.
    package let clause: Clause
    /// What is to reach the figure.
    package let measure: Measure
    /// Which facilities count; nothing: those that the pack counts for the measure.
    package let selector: FacilitySelector?
    /// Where the figure is to be reached.
    package let extent: Extent
    /// What the measure is taken over.
    package let basis: Basis
    /// The day by which it is to be reached.
    package let due: PartialDate
    /// The least figure that meets it: a share in 0…1, else in the measure's own unit.
    package let atLeast: ExactDecimal

    /// Makes a target of its parts.
    package init(
        id: String, name: BilingualText, clause: Clause, measure: Measure, selector: FacilitySelector? = nil,
        extent: Extent = .city, basis: Basis, due: PartialDate, atLeast: ExactDecimal
    ) {
        self.id = id
        self.name = name
        self.clause = clause
        self.measure = measure
        self.selector = selector
        self.extent = extent
        self.basis = basis
        self.due = due
        self.atLeast = atLeast
    }
}
