package import Places

/// A figure that a jurisdiction means to reach by a day.
package struct Target: Hashable, Sendable {
    /// What is to reach the figure.
    package enum Measure: Hashable, Sendable {
        /// A share that coverage computes.
        case coverage(CoverageMeasure)
        /// The share of communities, or of subdistricts and townships, that a further measure counts.
        case named(NamedMeasure)
        /// How many counted facilities are open.
        case facilities
        /// The beds of counted facilities.
        case beds
        /// The beds of counted facilities for each 1,000 elders.
        case bedsPer1000Elders
        /// Care space for each 100 households of the counted compounds, m².
        case spacePer100Households
        /// The share of the counted facilities' beds that are nursing beds.
        case nursingBedShare
        /// The share of counted facilities that a social body runs.
        case socialOperationShare
        /// The share of counted facilities with a medical point.
        case medicalPointShare
        /// The share of counted facilities that doctors visit: those with the service `visiting_doctor`.
        case visitingDoctorShare
        /// The beds and day-care places of counted facilities for each 1,000 elders.
        case placesPer1000Elders
        /// The share of counted compounds that set care space aside, be it ever so little.
        case compoundsWithCareSpace
        /// The share of the counted compounds that owe care space as new ones, and hold it.
        case newCompoundsMeetSpace

        /// The measure's name in packs and outputs.
        package var name: String {
            switch self {
            case .coverage(let measure): measure.rawValue
            case .named(let measure): measure.rawValue
            case .facilities: "facilities"
            case .beds: "beds"
            case .bedsPer1000Elders: "beds_per_1000_elders"
            case .spacePer100Households: "m2_per_100_households"
            case .nursingBedShare: "nursing_bed_share"
            case .socialOperationShare: "social_operation_share"
            case .medicalPointShare: "medical_point_share"
            case .visitingDoctorShare: "visiting_doctor_share"
            case .placesPer1000Elders: "places_per_1000_elders"
            case .compoundsWithCareSpace: "compounds_with_care_space"
            case .newCompoundsMeetSpace: "new_compounds_meet_space"
            }
        }

        /// Whether the figure is a share of something, 0…1.
        package var isShare: Bool {
            switch self {
            case .coverage, .named, .nursingBedShare, .socialOperationShare,
                .medicalPointShare, .visitingDoctorShare, .compoundsWithCareSpace, .newCompoundsMeetSpace:
                true
            case .facilities, .beds, .bedsPer1000Elders, .placesPer1000Elders, .spacePer100Households:
                false
            }
        }

        /// The bases on which the measure may be taken; the first is what a pack that names none means.
        package var bases: [Basis] {
            switch self {
            case .coverage(.within1km): [.elders, .households, .count, .area]
            case .coverage(.within15min): [.elders, .households, .count]
            case .bedsPer1000Elders, .placesPer1000Elders: [.elders]
            case .spacePer100Households: [.households]
            case .coverage(.hasFacility), .named, .facilities, .beds, .nursingBedShare,
                .socialOperationShare, .medicalPointShare, .visitingDoctorShare, .compoundsWithCareSpace,
                .newCompoundsMeetSpace:
                [.count]
            }
        }

        /// Whether it is so many for each 1,000 elders.
        package var isPerElders: Bool { self == .bedsPer1000Elders || self == .placesPer1000Elders }

        /// Every measure that a target may be about.
        package static let all: [Measure] =
            CoverageMeasure.allCases.map(Measure.coverage) + NamedMeasure.allCases.map(Measure.named) + [
                .facilities, .beds, .bedsPer1000Elders, .spacePer100Households,
                .nursingBedShare, .socialOperationShare, .medicalPointShare, .compoundsWithCareSpace,
                .newCompoundsMeetSpace, .visitingDoctorShare, .placesPer1000Elders,
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
    /// How the elders are counted that it is taken over: the total that the study states of the scope (the layer
    /// `areas`); nothing: those of the study's places.
    package let elders: CountingBasis?
    /// The day by which it is to be reached; nothing: it is a standing standard, or its source names no day.
    package let due: PartialDate?
    /// By which count the figure is meant, where sources count differently under one name: figures of different
    /// versions are never compared.
    package let version: BilingualText?
    /// The least figure that meets it: a share in 0…1, else in the measure's own unit.
    package let atLeast: ExactDecimal

    /// Makes a target of its parts.
    package init(
        id: String, name: BilingualText, clause: Clause, measure: Measure, selector: FacilitySelector? = nil,
        extent: Extent = .city, basis: Basis, elders: CountingBasis? = nil, due: PartialDate?,
        version: BilingualText? = nil,
        atLeast: ExactDecimal
    ) {
        self.id = id
        self.name = name
        self.clause = clause
        self.measure = measure
        self.selector = selector
        self.extent = extent
        self.basis = basis
        self.elders = elders
        self.due = due
        self.version = version
        self.atLeast = atLeast
    }
}
