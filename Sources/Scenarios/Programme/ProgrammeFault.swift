package import Places

/// What is wrong with an entry of a programme, in facts.
package enum ProgrammeFault: Hashable, Sendable {
    /// An upgrade or closure of a facility that neither the study nor an earlier entry has.
    case unknownFacility(id: String)
    /// An opening under an id that the study or an earlier entry already uses (also if that one has closed).
    case facilityExists(id: String)
    /// An upgrade or closure before the facility opens.
    case notYetOpen(id: String, opened: PartialDate)
    /// An upgrade or closure of a facility whose `status` says that it does not operate.
    case notOperating(id: String, status: FacilityStatus)
    /// An upgrade or closure of a facility that has closed by then: a second closure, too.
    case alreadyClosed(id: String, closed: PartialDate)
    /// An upgrade that makes a platform of another facility, or another facility of a platform.
    case changesPlatform(id: String)
    /// A date before the study's base year, whose facilities the study states.
    case beforeBaseYear(date: PartialDate, baseYear: Int)
    /// A community that the study does not have.
    case unknownCommunity(text: String)
    /// A name that several communities bear.
    case ambiguousCommunity(name: String, ids: [String])
}

/// One thing that is wrong with a programme.
package struct ProgrammeProblem: Hashable, Sendable {
    /// Which entry, counted from 0 in the order of the file.
    package let entry: Int
    /// Where it was read.
    package let source: SourceRow
    /// What is wrong.
    package let fault: ProgrammeFault

    /// Makes a problem of an entry.
    package init(entry: Int, source: SourceRow, fault: ProgrammeFault) {
        self.entry = entry
        self.source = source
        self.fault = fault
    }
}
