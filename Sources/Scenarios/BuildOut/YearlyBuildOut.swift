package import Places
package import Siting

/// What a scenario asks the program to build by itself, year by year, among the study's candidates.
package struct YearlyBuildOut: Hashable, Sendable {
    /// What a study and its pack may contradict.
    package enum Part: String, Hashable, Sendable {
        case candidates, targets, within
    }

    /// How openings are searched for.
    package enum Method: String, Hashable, Sendable, CaseIterable {
        /// Year by year, each for what remains of the run.
        case rolling
        /// All years at once, with a bound on how good any openings can be.
        case horizon
    }

    /// What the yearly money pays.
    package enum Pays: String, Hashable, Sendable, CaseIterable {
        /// The gross cost of an action, in its year.
        case capital
        /// What the public purse gives: once in the year of the action, and every year for running.
        case subsidies
    }

    /// The money of the years.
    package enum Budget: Hashable, Sendable {
        /// The same in each, yuan.
        case each(ExactDecimal)
        /// By year, yuan; a year that is not named has none.
        case years([Int: ExactDecimal])

        /// The money of a year.
        func yuan(in year: Int) -> ExactDecimal {
            switch self {
            case .each(let yuan): yuan
            case .years(let years): years[year] ?? .zero
            }
        }
    }

    package var objective: BuildOutProblem.Objective = .mclp
    package var method: Method = .rolling
    /// What counts as within reach; nothing: as coverage has it.
    package var within: SitingReach?
    package var basis: StudySiting.Basis = .elders
    /// Which candidates may be used: `all`, `new`, `converted`, `upgrades`, kinds of building or ids.
    package var candidates: [String] = [YearlyBuildOut.everyCandidate]
    /// How many actions a year may see.
    package var perYear: Int?
    package var budget: Budget?
    /// Whether what a year leaves of its money is there for the next.
    package var carriesOver = false
    package var pays: Pays = .capital
    /// The pack's targets that come first, or are all that is wanted.
    package var targets: [String] = []
    /// For least cost: the share of all that is to be covered from a year on.
    package var shares: [Int: Double] = [:]
    /// By what sites turn people away when they are full; nothing where they never do.
    package var capacity: CapacityRule?
    /// What a year's service counts of the year before's.
    package var discount = 1.0
    /// What every opening gets beside what its candidate states.
    package var attributes = FacilityChanges()
    /// Where it was read.
    package var source: SourceRow
    /// The lines of its candidates, targets and reach, where they are stated.
    package var lines: [Part: Int] = [:]

    /// The word for every candidate.
    package static let everyCandidate = "all"

    /// The year that a share without one is for: the last of any run.
    package static let lastYear = 9999

    /// Makes a wish that says nothing yet.
    package init(source: SourceRow = SourceRow(file: "", row: 0)) { self.source = source }
}

/// What a build-out asks for and cannot have, with where it was read.
package struct BuildOutMisfit: Hashable, Sendable {
    package let fault: BuildOutFault
    /// The part of the build-out that is wrong; nothing where it is the whole.
    package let part: YearlyBuildOut.Part?
    package let source: SourceRow

    /// Finds the part of a wish that a fault is about.
    package init(_ fault: BuildOutFault, of wish: YearlyBuildOut) {
        self.fault = fault
        part =
            switch fault {
            case .unknownCandidate: .candidates
            case .unknownTarget, .targetNotMoved: .targets
            case .noStreets: .within
            case .noCandidates, .facilityExists: nil
            }
        source = SourceRow(file: wish.source.file, row: part.flatMap { wish.lines[$0] } ?? wish.source.row)
    }
}

/// What is wrong with a build-out over a study and its pack, in facts.
package enum BuildOutFault: Hashable, Sendable {
    /// The study has no candidates.
    case noCandidates
    /// No candidate bears the id, nor is it a word for some of them.
    case unknownCandidate(text: String)
    /// A candidate would open under an id that a facility bears.
    case facilityExists(id: String)
    /// The pack has no such target.
    case unknownTarget(text: String, known: [String])
    /// No opening can move the target's figure.
    case targetNotMoved(id: String)
    /// Walks are asked for, and the study has no streets.
    case noStreets
}
