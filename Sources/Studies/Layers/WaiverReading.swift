internal import Places

/// Makes written exceptions of their rows.
struct WaiverReading {
    /// What an exception may be for, by id or name.
    let subjects: Referents
    let settingAside: Bool

    /// The exceptions of all sound rows.
    ///
    /// Whether a rule speaks of the subject at all is for `check` to say.
    func waivers(_ layer: LayerRows<WaiverColumn>) -> [Waiver] {
        layer.rows.compactMap { row in
            let subject = row.requiredText(.subject)
            let known = row.reference(.subject, to: subjects, settingAside: settingAside) {
                .unknownWaiverSubject(text: $0, nearest: $1)
            }
            let rule = row.requiredText(.rule).map { PlainText.folded($0).lowercased() }
            let document = row.requiredText(.document)
            let date = row.requiredText(.date) == nil ? nil : row.date(.date)
            guard let subject, known != nil, let rule, let document, let date, row.isSound else { return nil }
            return Waiver(
                subject: subject, rule: rule, document: document, date: date, reason: row.text(.reason),
                source: row.source)
        }
    }
}
