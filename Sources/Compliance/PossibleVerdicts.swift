/// The verdicts that dates and figures which are not fully known leave possible.
struct PossibleVerdicts {
    /// Whether some possible day gives a pass.
    var pass = false
    /// Whether some possible day gives a fail.
    var fail = false
    /// Whether some possible day leaves it pending.
    var pending = false

    /// The verdict that every possible day gives, else unknown.
    var common: Verdict {
        switch (pass, fail, pending) {
        case (true, false, false): .pass
        case (false, true, false): .fail
        case (false, false, true): .pending
        default: .unknown
        }
    }
}
