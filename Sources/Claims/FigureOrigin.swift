package import Places

/// Where the households or the elders of a place come from.
package enum FigureOrigin: Hashable, Sendable {
    /// Its row states them.
    case stated(SourceRow)
    /// Only the phases delivered so far count of what its row states.
    case deliveredPart(SourceRow)
    /// They are its part of what its community has left.
    case shared(Remainder)
    /// It states none, and there is nothing that it could have a part of.
    case unknown(Absence)

    /// Why nothing can be shared out.
    package enum Absence: Hashable, Sendable {
        /// The place does not count on the day, so that it has no part of anything.
        case notCounted
        /// It lies outside every community.
        case noCommunity
        /// Its community states none.
        case communityStatesNone
    }
}

/// What a community has left when its counted compounds have what they state, and one place's part of it.
///
/// The place's figure is `left` × `part` / `whole`, unrounded.
package struct Remainder: Hashable, Sendable {
    /// What the parts go by.
    package enum Key: Hashable, Sendable {
        /// The footprints of the compounds that state none, m².
        case footprints
        /// Equal parts.
        case equally
        /// The households of the places that state no elders.
        case households
        /// No place has households: all is residual.
        case residualOnly
        /// Nobody else is there: the residual has all that is left.
        case rest
    }

    /// The community, as an index into the study's.
    package let community: Int
    /// What the community states.
    package let total: Double
    /// What its counted compounds state of it.
    package let stated: Double
    /// What the parts go by.
    package let key: Key
    /// The place's part, in the key's unit.
    package let part: Double
    /// All parts together.
    package let whole: Double

    /// What is left: never less than nothing.
    package var left: Double { max(0, total - stated) }
    /// The place's figure.
    package var share: Double { left * part / whole }
}
