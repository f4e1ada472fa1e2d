/// Whether a facility passes the rules `facility.*` that a tier or a measure asks for.
package enum PassedStandards {
    /// What the rules say together of a facility.
    ///
    /// A rule that says nothing of a facility (it is not in force, for other facilities, or for other districts), or from
    /// which the facility is exempt, asks nothing of it: it keeps no facility from counting.
    ///
    /// The rules judge what is open: of a facility that is planned, being built or closed nobody knows what they would say.
    ///
    /// - Parameters:
    ///   - verdicts: what each rule says; nothing of one that says nothing.
    ///   - isOpen: whether the facility is open.
    /// - Returns: whether all that ask something of it are passed; nothing where that is not known.
    package static func arePassed(_ verdicts: some Sequence<Verdict?>, isOpen: Bool) -> Bool? {
        var isKnown = true
        for verdict in verdicts {
            switch verdict {
            case .fail: return false
            case .unknown, .pending: isKnown = false
            case .pass, .exempt, .waived: continue
            case nil: isKnown = isKnown && isOpen
            }
        }
        return isKnown ? true : nil
    }
}
