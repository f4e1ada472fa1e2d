/// What a study made from an extract rests on, where the extract does not say.
package struct ExtractStudyOptions: Sendable {
    /// The extract (.osm.pbf, .osm, .osm.gz).
    package var extract: String
    /// A file with the study's boundary, in any vector format; nothing: as far as the extract has dwellings.
    package var boundary: String?
    /// A layer of facilities that the study names instead of the care sites of the extract, in any format that a
    /// study reads; nothing: the extract's.
    package var facilities: String?
    /// The study's name; nothing: the extract's file name without its endings.
    package var name: String?
    /// The study's base year; nothing: the year in which the extract was cut, by its header, else the year
    /// of its newest edit.
    package var baseYear: Int?
    /// The policy pack that the study names; nothing: none.
    package var policy: String?
    /// The side of a square cell in metres, where no administrative boundaries serve as communities.
    package var cellMetres: Double
    /// The share of people aged 60 and over.
    ///
    /// Default 0.187: 264.02 million of 1,411.78 million in China's Seventh National Population Census
    /// (reference day 1 November 2020, main data of 11 May 2021).
    package var elderShare: Double
    /// People per dwelling.
    ///
    /// Default 2.62: 1,292.81 million people in 494.16 million family households in that census.
    package var peoplePerDwelling: Double
    /// Gross floor area per dwelling in houses of several, in m².
    ///
    /// Default 100: assumed, a round figure between the 92.17 m² of a family household in cities and the
    /// 111.18 m² of one anywhere that the yearbook of that census is reported to give.
    package var grossAreaPerDwelling: Double
    /// What it costs to convert a building, in yuan per m² of floor area; nothing: candidates state no cost.
    package var conversionCost: Double?
    /// Whether the extract is copied into the study; else the study names it where it lies.
    package var copiesStreets: Bool
    /// Whether ways with `access=no|private` are walked on; the study then says so.
    package var privateWays: Bool
    /// How many threads read the extract.
    package var jobs: Int

    /// Makes options.
    package init(
        extract: String, boundary: String? = nil, facilities: String? = nil, name: String? = nil,
        baseYear: Int? = nil,
        policy: String? = "wuhan", cellMetres: Double = 1000, elderShare: Double = 0.187,
        peoplePerDwelling: Double = 2.62, grossAreaPerDwelling: Double = 100,
        conversionCost: Double? = nil, copiesStreets: Bool = false,
        privateWays: Bool = false, jobs: Int = 2
    ) {
        self.extract = extract
        self.boundary = boundary
        self.facilities = facilities
        self.name = name
        self.baseYear = baseYear
        self.policy = policy
        self.cellMetres = cellMetres
        self.elderShare = elderShare
        self.peoplePerDwelling = peoplePerDwelling
        self.grossAreaPerDwelling = grossAreaPerDwelling
        self.conversionCost = conversionCost
        self.copiesStreets = copiesStreets
        self.privateWays = privateWays
        self.jobs = jobs
    }

    /// The option that no study can rest on; nothing where all are sound.
    var unsound: ExtractStudyFailure? {
        if !(cellMetres >= 50 && cellMetres <= 100_000) { return .option(.cellMetres, value: cellMetres) }
        if !(elderShare >= 0 && elderShare <= 1) { return .option(.elderShare, value: elderShare) }
        if !(peoplePerDwelling > 0 && peoplePerDwelling <= 100) {
            return .option(.peoplePerDwelling, value: peoplePerDwelling)
        }
        if !(grossAreaPerDwelling >= 5 && grossAreaPerDwelling <= 10_000) {
            return .option(.grossAreaPerDwelling, value: grossAreaPerDwelling)
        }
        if let conversionCost, !(conversionCost >= 0 && conversionCost <= 1_000_000) {
            return .option(.conversionCost, value: conversionCost)
        }
        return nil
    }
}

/// Why no study can be made from an extract.
package enum ExtractStudyFailure: Error, Hashable, Sendable {
    /// An option that is a number.
    package enum Option: String, Hashable, Sendable {
        case cellMetres, elderShare, peoplePerDwelling, grossAreaPerDwelling, conversionCost
    }

    /// An option is out of its range: 50–100,000 m, 0–1, over 0 to 100 people, 5–10,000 m²,
    /// 0–1,000,000 yuan per m².
    case option(Option, value: Double)
    /// Neither an option nor the extract says which year the study stands in.
    case baseYearUnknown
    /// No building of the extract is a dwelling of the study: how many have a `building` tag, and how many would
    /// be dwellings but for where they lie.
    case noDwelling(buildings: Int, outside: Int)
    /// No tagged site of the extract counts as a care facility, and no other layer of them is named: how many
    /// sites there are.
    case noFacility(sites: Int)
    /// There is no such file of facilities.
    case noSuchFacilities(String)
}
