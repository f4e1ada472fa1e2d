package import Places

/// Sets written exceptions against findings.
///
/// What is excepted from a standard of facilities counts as one that passes it, where areas or measures ask for that; a
/// compound that is excepted from owing care space is none of those that owe it.
package enum WaivedFindings {
    /// The findings, of which those that a written exception stands against are waived.
    ///
    /// An exception holds from its date on, and where several do the first of them is named. What passes, or
    /// what no rule is asked of, needs none. Of a date known to the month or year the exception holds from its
    /// last possible day on; on a day between, the verdict is unknown, as a day that nobody knows would turn it.
    package static func findings(
        _ findings: [Finding], under waivers: [Waiver], asOf day: Day
    ) -> [Finding] {
        guard !waivers.isEmpty else { return findings }
        var bySubject: [Key: [Waiver]] = [:]
        for waiver in waivers {
            bySubject[Key(rule: waiver.rule, subject: waiver.subject), default: []].append(waiver)
        }
        return findings.map { finding in
            guard ![.pass, .exempt, .waived].contains(finding.verdict), finding.metBy == nil,
                let written = bySubject[Key(rule: finding.rule, subject: finding.subject)]
            else { return finding }
            let holding = written.filter { $0.date.last <= day }.min { $0.date.last < $1.date.last }
            if let holding { return finding.waived(by: holding, as: .waived) }
            guard let open = written.first(where: { $0.date.first <= day }), finding.verdict != .unknown
            else {
                return finding
            }
            return finding.waived(by: open, as: .unknown)
        }
    }

    /// Whether a written exception stands for a subject against a rule on a day: yes, no, or (nothing) that the day of its
    /// date decides which nobody knows.
    static func holds(_ waivers: [Waiver], against rule: String, for subject: String, asOf day: Day) -> Bool?
    {
        let written = waivers.filter { $0.rule == rule && $0.subject == subject }
        if written.contains(where: { $0.date.last <= day }) { return true }
        return written.contains { $0.date.first <= day } ? nil : false
    }

    /// The exceptions that no finding is about: the rule is unknown, or says nothing of the subject.
    package static func unmatched(_ waivers: [Waiver], in findings: [Finding]) -> [Waiver] {
        let known = Set(findings.map { Key(rule: $0.rule, subject: $0.subject) })
        return waivers.filter { !known.contains(Key(rule: $0.rule, subject: $0.subject)) }
    }

    private struct Key: Hashable {
        let rule: String
        let subject: String
    }
}

extension Finding {
    /// The same finding under a written exception; its figures stay, what it lacks is no longer owed.
    fileprivate func waived(by waiver: Waiver, as verdict: Verdict) -> Finding {
        Finding(
            rule: rule, clause: clause, scope: scope, subject: subject, verdict: verdict, measured: measured,
            required: required, unit: unit, shortfall: nil, due: figure == nil ? nil : due,
            detail: .waived(waiver, instead: self.verdict, detail), numerator: numerator,
            denominator: denominator, figure: figure, notes: notes)
    }
}
