package import Places
package import Policy

/// What a pack's rules say of a study.
package enum Findings {
    /// Every finding as of a day, by rule (space, its first phase, the synchronizations) and within a rule in
    /// the order of the compounds.
    package static func all(study: Study, pack: PolicyPack, on day: Day) -> [Finding] {
        let records = CompoundRecord.all(in: study)
        var findings: [Finding] = []
        if let space = pack.space {
            findings += records.map { SpacePerHundredHouseholds.finding(on: $0, under: space) }
            if let firstPhase = pack.firstPhase {
                findings += records.compactMap {
                    SpaceInFirstPhase.finding(on: $0, under: firstPhase, owing: space, asOf: day)
                }
            }
        }
        for rule in pack.synchronizations {
            findings += records.map {
                Synchronization.finding(on: $0, under: rule, owing: pack.space, asOf: day)
            }
        }
        return findings
    }
}
