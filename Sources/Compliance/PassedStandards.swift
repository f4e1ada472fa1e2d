/// Whether a facility passes the rules `facility.*` that a tier or a measure asks for.
package enum PassedStandards {
    /// What the rules say together of a facility.
    ///
    /// A rule that says nothing of a facility (it is not in force, for other facilities, or for other districts), or from
    /// which the facility is exempt, asks nothing of it: it keeps no facility from counting.
    ///
    /// - Parameter verdicts: what each rule says; nothing of one that says nothing.
    /// - Returns: whether all that ask something of it are passed; nothing where that is not known.
    package static func arePassed(_ verdicts: some Sequence<Verdict?>) -> Bool? {
        var isKnown = true
        for verdict in verdicts {
            switch verdict {
            case .fail: return false
            case .unknown, .pending: isKnown = false
            case .pass, .exempt, .waived, nil: continue
            }
        }
        return isKnown ? true : nil
    }
}
