internal import Geometry
internal import Places

/// What the entries of a programme are held against: a study, and what is known of the rows it lacks.
struct ProgrammeFrame {
    /// What is known of a layer beside the rows kept.
    struct Layer {
        /// Ids (and names) on rows with errors.
        var rejected: [String: SourceRow] = [:]
        /// Whether every source could be read: only then is an id that nobody bears unknown.
        var isComplete = true
    }

    let study: Study
    let facilities: Layer
    let communities: Layer
    /// Where the study lies.
    let consistency: PlaceConsistency?
    /// Whether rows with errors are set aside, so that nothing can refer to them.
    let settingAside: Bool

    /// Makes a frame of its parts.
    init(
        study: Study, facilities: Layer, communities: Layer, consistency: PlaceConsistency?,
        settingAside: Bool
    ) {
        (self.study, self.facilities, self.communities) = (study, facilities, communities)
        (self.consistency, self.settingAside) = (consistency, settingAside)
    }

    /// A study with nothing wrong.
    init(_ study: Study) {
        let places = [
            study.communities.map(\.point), study.compounds.map(\.point), study.facilities.map(\.point),
        ]
        self.init(
            study: study, facilities: Layer(), communities: Layer(),
            consistency: PlaceConsistency(around: places.first { !$0.isEmpty } ?? []), settingAside: false)
    }

    /// The same frame around the study that is computed with.
    func over(_ study: Study) -> ProgrammeFrame {
        ProgrammeFrame(
            study: study, facilities: facilities, communities: communities, consistency: consistency,
            settingAside: settingAside)
    }
}
