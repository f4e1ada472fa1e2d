internal import Places
internal import Policy
internal import Reports

/// What `policy` says of packs.
struct PackSummary {
    let wording: PackWording
    private var say: Language { wording.say }

    // Several packs.

    func json(list packs: [PolicyPack]) -> JSONText {
        .object([
            (
                "packs",
                .list(
                    packs.map { pack in
                        .object(
                            [("id", .text(pack.id)), ("name", bilingual(pack.name))]
                                + [("jurisdiction", bilingual(pack.jurisdiction))]
                                + counts(of: pack).map { ($0.kind, .whole($0.count)) })
                    })
            )
        ])
    }

    func words(list packs: [PolicyPack]) -> String {
        let header = say("Policy packs that come with the program:", "随程序提供的政策包：")
        let lines = packs.map { pack in
            let counted = counts(of: pack).filter { $0.count > 0 }.map {
                wording.count($0.count, of: $0.kind)
            }
            return "  " + padded(pack.id, 12) + padded(wording.text(pack.name), say == .chinese ? 20 : 22)
                + counted.joined(separator: say(", ", "，"))
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    /// How many entries each list has, and how many service classes and measures are said once.
    private func counts(of pack: PolicyPack) -> [(kind: String, count: Int)] {
        let entries = pack.entries
        let sections: [PackEntry.Section] = [
            .rules, .targets, .subsidies, .entitlements, .envelopes, .costs, .circles, .facilityNames,
        ]
        return sections.map { section in
            (section.rawValue, entries.count { $0.section == section })
        } + [
            ("service_classes", pack.serviceClasses.services.count),
            ("further_measures", pack.namedMeasures.count),
        ]
    }

    // One pack.

    func json(of pack: PolicyPack) -> JSONText {
        let entries = pack.entries
        return .object(
            [
                ("id", .text(pack.id)), ("name", bilingual(pack.name)),
                ("jurisdiction", bilingual(pack.jurisdiction)),
            ]
                + PackEntry.Section.allCases.map { section in
                    (
                        section.rawValue,
                        .list(entries.filter { $0.section == section }.map { json(of: $0) })
                    )
                })
    }

    private func json(of entry: PackEntry) -> JSONText {
        .object(
            [
                ("id", .text(entry.id)), ("name", entry.name.map(bilingual) ?? .null),
                ("clause", .text(optional: entry.clause?.label)),
                ("citation", .text(optional: entry.clause?.citation.id)),
                ("version", entry.version.map(bilingual) ?? .null),
                ("facts", .object(entry.facts.map { ($0.key, .text($0.value)) })),
            ])
    }

    func words(of pack: PolicyPack) -> String {
        let entries = pack.entries
        var lines = ["\(pack.id): \(wording.text(pack.name)) (\(wording.text(pack.jurisdiction)))"]
        for section in PackEntry.Section.allCases {
            let own = entries.filter { $0.section == section }
            guard !own.isEmpty else { continue }
            lines += ["", wording.section(section)]
            for entry in own {
                lines.append("  " + title(of: entry))
                lines += entry.facts.map {
                    "    \(wording.key($0.key)): \(wording.value($0.value, of: $0.key))"
                        + wording.remark(on: $0, in: pack)
                }
                if let clause = entry.clause {
                    lines.append("    \(clause.label) [\(wording.known(clause.citation.known))]")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func title(of entry: PackEntry) -> String {
        var title = entry.id
        if let name = entry.name, entry.section != .general { title += " · \(wording.text(name))" }
        if let version = entry.version { title += " (\(wording.text(version)))" }
        return title
    }

    // A pack that was read without a mistake.

    func json(validated pack: PolicyPack, file: String) -> JSONText {
        .object(
            [("file", .text(file)), ("id", .text(pack.id)), ("valid", .flag(true))]
                + counts(of: pack).map { ($0.kind, .whole($0.count)) })
    }

    func words(validated pack: PolicyPack, file: String) -> String {
        let counted =
            counts(of: pack).prefix(3).map { wording.count($0.count, of: $0.kind) }
            + counts(of: pack).dropFirst(3).filter { $0.count > 0 }.map {
                wording.count($0.count, of: $0.kind)
            }
        return say("\(file): no mistakes", "\(file)：无误") + say(" (", "（")
            + counted.joined(separator: say(", ", "，")) + say(")", "）") + "\n"
    }

    // Two packs.

    func json(_ differences: [PackDifference], from a: PolicyPack, to b: PolicyPack) -> JSONText {
        .object([
            ("from", .text(a.id)), ("to", .text(b.id)),
            (
                "differences",
                .list(
                    differences.map { difference in
                        .object([
                            ("section", .text(difference.section.rawValue)), ("id", .text(difference.id)),
                            ("change", .text(word(difference.change))),
                            (
                                "values",
                                .list(
                                    difference.values.map {
                                        .object([
                                            ("key", .text($0.key)), ("old", .text(optional: $0.old)),
                                            ("new", .text(optional: $0.new)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    func words(_ differences: [PackDifference], from a: PolicyPack, to b: PolicyPack) -> String {
        var lines = ["\(a.id) → \(b.id)"]
        if differences.isEmpty { lines.append(say("  The packs say the same.", "  两个政策包内容相同。")) }
        for section in PackEntry.Section.allCases {
            let own = differences.filter { $0.section == section }
            guard !own.isEmpty else { continue }
            lines += ["", wording.section(section)]
            for difference in own {
                let id = section == .general ? "" : difference.id + " "
                lines.append("  \(id)[\(wording.change(difference.change))]")
                lines += difference.values.map {
                    "    \(wording.key($0.key)): \(value($0.old, of: $0.key)) → \(value($0.new, of: $0.key))"
                }
                if difference.change == .countedDifferently {
                    lines.append("    " + versions(difference))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func value(_ text: String?, of key: String) -> String {
        text.map { wording.value($0, of: key) } ?? "–"
    }

    private func versions(_ difference: PackDifference) -> String {
        [difference.old, difference.new].map { $0?.version.map(wording.text) ?? "–" }
            .joined(separator: " | ")
    }

    private func word(_ change: PackDifference.Change) -> String {
        switch change {
        case .added: "added"
        case .removed: "removed"
        case .changed: "changed"
        case .countedDifferently: "counted_differently"
        }
    }

    private func bilingual(_ text: BilingualText) -> JSONText {
        .object([("en", .text(text.en)), ("zh", .text(text.zh))])
    }
}
