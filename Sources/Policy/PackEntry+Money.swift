internal import Places

// Money as facts under the keys of a pack's file.
extension Subsidy {
    var entry: PackEntry {
        let amount: [PackEntry.Fact?] =
            switch form {
            case .once(let yuan): [.init("once_yuan", yuan.description)]
            case .yearly(let yuan): [.init("yearly_yuan", yuan.description)]
            case .shareOfCost(let share, let cap):
                [.init("share_of_cost", share.description), .stated("cap_yuan", cap)]
            }
        return PackEntry(
            .subsidies, id, clause: clause,
            [
                .init("for", selector.text), .stated("effective_from", effectiveFrom),
                .stated("effective_to", effectiveTo),
            ] + amount
                + [
                    condition == .opened ? nil : .init("when", condition.rawValue),
                    .stated("chain_of", chainOf), .payers(payers),
                ])
    }
}

extension CostDefault {
    var entry: PackEntry {
        func stated(_ key: String, _ yuan: ExactDecimal) -> PackEntry.Fact? {
            yuan == .zero ? nil : .init(key, yuan.description)
        }
        return PackEntry(
            .costs, id, clause: clause,
            [
                .init("for", selector.text), stated("per_facility_yuan", perFacility),
                stated("per_m2_yuan", perSquareMetre), stated("per_bed_yuan", perBed),
            ])
    }
}

extension Entitlement {
    var entry: PackEntry {
        let much: [PackEntry.Fact?] =
            switch amount {
            case .hours(let hours, let yuan, let months):
                [
                    .init("hours_a_month", hours.description), .init("yuan_an_hour", yuan.description),
                    .init("months", "\(months)"),
                ]
            case .yearly(let yuan): [.init("yuan_a_year", yuan.description)]
            case .unstated: []
            }
        return PackEntry(
            .entitlements, id, name: name, clause: clause,
            PackEntry.Fact.period(period) + [
                groups.isEmpty ? nil : .init("groups", groups.joined(separator: "|"))
            ] + much + [
                services.isEmpty ? nil : .init("services", services.joined(separator: "+")),
                .payers(payers),
            ])
    }
}

extension YearlyEnvelope {
    var entry: PackEntry {
        PackEntry(
            .envelopes, id, name: name, clause: clause,
            PackEntry.Fact.period(period) + [
                .init("yuan", yuan.description), .stated("payer", payer?.rawValue),
                covers.isEmpty ? nil : .init("covers", covers.joined(separator: "|")),
                .stated("shared_by", sharing?.rawValue),
            ])
    }
}

extension PackEntry.Fact {
    /// Who pays; nothing where the source does not say.
    fileprivate static func payers(_ payers: PayerShares) -> Self? {
        payers.parts.isEmpty ? nil : Self("payers", payers.text)
    }
}
