internal import Compliance
internal import Coverage
internal import Places
internal import Policy

extension ScenarioLedger {
    /// The subsidies of a year: what is paid once in it, and what runs at its end.
    ///
    /// A sum that waits for acceptance is paid in the year of that, to facilities that the study has opened before
    /// as well as to those of the programme.
    func publicMoney(of state: YearState) -> YearMoney {
        let subsidies = ground.pack.subsidies
        var purse = YearMoney(pack: ground.pack, scopes: scopes, year: state.year)
        for (index, action) in money.actions.enumerated() {
            for grant in action.grants where grant.day.year == state.year {
                purse.add(
                    subsidy: grant.subsidy, .once, grant.yuan, for: plan.actions[index].facility,
                    to: positions(ofAction: index))
            }
        }
        let opened = Set(plan.actions.filter { $0.kind == .open }.map(\.facility))
        for (index, facility) in state.study.facilities.enumerated() {
            let positions = scopes.positions(ofCommunity: facility.community)
            if let accepted = facility.accepted?.last, accepted.year == state.year, !opened.contains(index),
                facility.isOpen(on: accepted)
            {
                for (number, subsidy) in subsidies.enumerated() where subsidy.condition == .accepted {
                    guard case .once = subsidy.form,
                        let yuan = subsidy.once(for: facility, cost: nil, on: accepted)
                    else { continue }
                    purse.add(subsidy: number, .once, yuan, for: index, to: positions)
                }
            }
            guard facility.isOpen(on: state.end) else { continue }
            for (number, subsidy) in subsidies.enumerated() {
                guard let yuan = subsidy.yearly(for: facility, on: state.end) else { continue }
                purse.add(subsidy: number, .yearly, yuan, for: index, to: positions)
            }
        }
        guard subsidies.contains(where: { $0.chainOf != nil }) else { return purse }
        let dayBefore = years.end(of: state.year - 1)
        let grants = ChainGrants(pack: ground.pack).grants(
            from: plan.facilities(afterActions: plan.actionCount(through: dayBefore)), on: dayBefore,
            to: state.study.facilities, on: state.end)
        for grant in grants {
            purse.add(
                subsidy: grant.subsidy, .once, grant.yuan, for: grant.facility,
                to: scopes.positions(ofCommunity: state.study.facilities[grant.facility].community))
        }
        return purse
    }

    /// The money of a year in each scope.
    func moneyRows(
        of purse: YearMoney, actions: Range<Int>, cumulative: inout [ExactDecimal],
        withoutCost: inout [[String]]
    ) -> [MoneyRow] {
        var rows = [MoneyRow](repeating: MoneyRow(), count: scopes.members.count)
        for index in actions {
            if money.actions[index].capital == nil {
                let id = plan.study.facilities[plan.actions[index].facility].id
                for position in positions(ofAction: index) { withoutCost[position].append(id) }
            }
            for position in positions(ofAction: index) {
                rows[position].capital = rows[position].capital + (money.actions[index].capital ?? .zero)
            }
        }
        for position in rows.indices {
            rows[position].subsidyOnce = purse.total(.once, at: position)
            rows[position].subsidyYearly = purse.total(.yearly, at: position)
            cumulative[position] =
                cumulative[position] + rows[position].capital + rows[position].subsidyYearly
            rows[position].cumulative = cumulative[position]
            rows[position].withoutCost = withoutCost[position].sorted()
        }
        return rows
    }

    /// Envelopes that do not suffice, and entitlements of which nobody says how many people they are for.
    func moneyNotices(of lines: [MoneyLine], people: EntitledPeople) -> [ScenarioNotice] {
        var notices: [ScenarioNotice] = []
        for entitlement in ground.pack.entitlements where entitlement.amount.yuanAPerson != nil {
            let isCounted = scopes.members.contains {
                people.count(of: entitlement, in: .scope($0.scope), year: years.to) != nil
            }
            if !isCounted { notices.append(.noEntitledPeople(entitlement: entitlement.id)) }
        }
        for envelope in ground.pack.envelopes {
            let over = lines.filter { line in
                guard line.kind == .overEnvelope, line.rule == envelope.id, case .city = line.scope
                else { return false }
                return true
            }
            if let most = over.max(by: { $0.yuan < $1.yuan }), let first = over.first {
                notices.append(
                    .overEnvelope(
                        envelope: envelope.id, years: over.count, first: first.year, most: most.yuan,
                        mostYear: most.year))
            }
        }
        return notices
    }
}
