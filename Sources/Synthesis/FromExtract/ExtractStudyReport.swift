package import Studies

/// What a study made from an extract has taken, refused and estimated.
package struct ExtractStudyReport: Sendable {
    /// The study's name.
    package let name: String
    /// Its base year.
    package let baseYear: Int
    /// Its working plane, such as `EPSG:32628`.
    package let plane: String
    /// What reading the streets met.
    package let streets: StreetsReport
    /// Features with a `building` tag.
    package let buildings: Int
    /// How many of them were refused for which reason.
    package let buildingsRefused: [BuildingRefusal: Int]
    /// Residential buildings that became compounds.
    package let compounds: Int
    /// Compounds whose dwellings are estimated.
    package let compoundsEstimated: Int
    /// The dwellings of all compounds: the households.
    package let households: Int
    /// The people of all communities.
    package let population: Int
    /// The elders of all communities.
    package let elders: Int
    /// The communities.
    package let units: [PlanningUnit]
    /// Buildings that became candidates.
    package let candidates: Int
    /// Every tagged site with its verdict, by label.
    package let sites: [CareSite]

    /// The layer that the study's facilities come from; nothing: the care sites of the extract.
    package let facilitiesLayer: String?

    /// How many sites are facilities, by their tags.
    package var facilities: Int {
        sites.count { if case .taken = $0.verdict { true } else { false } }
    }
}

/// A study's parts before they are written.
struct ExtractStudyParts {
    let name: String
    let baseYear: Int
    let plane: String
    let units: [PlanningUnit]
    let homes: [Home]
    let convertible: [ConvertibleBuilding]
    let sites: [CareSite]
    /// The unit of each home and each taken site, by label.
    let unitOf: [String: Int]
    let streets: StreetsReport
    let buildings: Int
    let buildingsRefused: [BuildingRefusal: Int]
    let options: ExtractStudyOptions

    /// Dwellings of each unit.
    var householdsOfUnits: [Int] {
        var sums = [Int](repeating: 0, count: units.count)
        for home in homes { if let unit = unitOf[home.label] { sums[unit] += home.count.dwellings } }
        return sums
    }

    /// People of so many dwellings, whole.
    func population(_ households: Int) -> Int {
        Int((Double(households) * options.peoplePerDwelling).rounded(.toNearestOrAwayFromZero))
    }

    /// Elders among so many people, whole.
    func elders(_ population: Int) -> Int {
        Int((Double(population) * options.elderShare).rounded(.toNearestOrAwayFromZero))
    }

    var report: ExtractStudyReport {
        let households = householdsOfUnits
        return ExtractStudyReport(
            name: name, baseYear: baseYear, plane: plane, streets: streets, buildings: buildings,
            buildingsRefused: buildingsRefused, compounds: homes.count,
            compoundsEstimated: homes.count { $0.count.basis != .flats },
            households: households.reduce(0, +),
            population: households.reduce(0) { $0 + population($1) },
            elders: households.reduce(0) { $0 + elders(population($1)) },
            units: units, candidates: convertible.count, sites: sites, facilitiesLayer: options.facilities)
    }
}
