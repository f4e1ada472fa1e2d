package import Coverage
internal import Geodesy
internal import Geometry
package import Places
package import Policy

/// The rule `space.pooled`: small compounds put their care space together.
///
/// By `pool` or `community` there is a row for each group of several compounds of which one owes care space at
/// least: what they hold together against what they owe together. By distance there is a row for each compound that
/// owes care space: it passes with its own, or with what others within the distance hold beyond what they owe, as far
/// as nobody else within their reach may need the same; it fails where all of that is too little; else it is unknown,
/// since only an agreement says who shares with whom. Distances are geodesic, in a straight line; by walk they are those
/// of the streets, from gate to gate.
///
/// Where the space rule counts what a compound provides elsewhere, that counts here as far as the compound owes: it
/// stands for its own duty, and lends others, who may be far from it, only what stands in the compound.
package enum PooledSpace {
    /// A compound with the space rule that is for it.
    package struct Member: Sendable {
        let record: CompoundRecord
        let space: SpaceRule?
        /// The compound, as an index into the study's.
        let index: Int

        /// Pairs a compound with the space rule that is for it.
        package init(record: CompoundRecord, space: SpaceRule?, index: Int = 0) {
            self.record = record
            self.space = space
            self.index = index
        }

        /// What it owes, m²: 0 where it owes nothing; nothing where that is not known.
        var owed: ExactDecimal? {
            guard let space else { return .zero }
            return switch record.obligation(under: space) {
            case .owed(_, _, _, let required): required
            case .noRate, .nothing: .zero
            case .owedUnstated, .open: nil
            }
        }

        /// What counts as its care space, m²: its own, and where the rule lets it what it provides elsewhere, up to what
        /// it owes; nothing if neither is stated.
        var held: ExactDecimal? {
            elsewhere.map { (record.careSpace ?? .zero) + $0 } ?? record.careSpace
        }

        /// What counts of the care space that it provides elsewhere, m²; nothing where none is stated, the rule counts
        /// none, or what it owes is not known.
        var elsewhere: ExactDecimal? {
            guard let space, space.countsElsewhere, let elsewhere = record.compound.careSpaceElsewhere,
                let owed
            else { return nil }
            return min(elsewhere, owed)
        }
    }

    /// What the rule says of a study's compounds.
    ///
    /// - Parameters:
    ///   - members: the compounds for which it is the rule, in the study's order.
    ///   - rule: the rule.
    ///   - communities: the study's communities, whose ids name groups.
    ///   - walks: which compounds lie within a walk of each other, by the metres of the walk.
    /// - Returns: the findings, groups in the order of their first compound.
    package static func findings(
        on members: [Member], under rule: PooledSpaceRule, communities: [Community],
        walks: [ExactDecimal: NearbyOnFoot] = [:]
    ) -> [Finding] {
        let members = due(members, under: rule)
        switch rule.grouping {
        case .pool, .community:
            return grouped(members, rule, communities).compactMap { name, group in
                finding(on: group, named: name, under: rule)
            }
        case .within(let metres):
            let near = NearbyPoints(members.map(\.record.compound.point), within: Metres(metres.double))
            return neighbours(members, rule, metres, onFoot: false) { near.indices(near: $0) }
        case .walk(let metres):
            var position: [Int: Int] = [:]
            for (number, member) in members.enumerated() { position[member.index] = number }
            return neighbours(members, rule, metres, onFoot: true) { number in
                walks[metres]?.near[members[number].index]?.compactMap { position[$0] }
            }
        }
    }

    /// Those of some compounds that the rule was already there for.
    static func due(_ members: [Member], under rule: PooledSpaceRule) -> [Member] {
        members.filter { member in
            guard let from = rule.period.from, let space = member.space else { return true }
            return member.record.classing(by: space.classDate, from: from) != .known(.existing)
        }
    }

    // Groups.

    /// Compounds by group, of several each, in the order of their first compound.
    static func grouped(
        _ members: [Member], _ rule: PooledSpaceRule, _ communities: [Community]
    ) -> [(name: String, members: [Member])] {
        func name(_ compound: Compound) -> String? {
            rule.grouping == .pool ? compound.pool : compound.community.map { communities[$0].id }
        }
        var order: [String] = []
        var groups: [String: [Member]] = [:]
        for member in members {
            guard let name = name(member.record.compound) else { continue }
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(member)
        }
        return order.compactMap { name in
            groups[name].flatMap { $0.count > 1 ? (name, $0) : nil }
        }
    }

    private static func finding(
        on members: [Member], named name: String, under rule: PooledSpaceRule
    ) -> Finding? {
        let owed = members.map(\.owed)
        guard owed.contains(where: { $0 != .zero }) else { return nil }
        let held = members.map(\.held)
        let sum = held.compactMap(\.self).reduce(ExactDecimal.zero, +)
        let required = owed.contains(nil) ? nil : owed.compactMap(\.self).reduce(.zero, +)
        let open = members.indices.count { owed[$0] == nil || held[$0] == nil }
        var verdict = Verdict.unknown
        if let required {
            if sum >= required { verdict = .pass } else if !held.contains(nil) { verdict = .fail }
        }
        return Finding(
            rule: PooledSpaceRule.id, clause: rule.clause, scope: .pool, subject: name, verdict: verdict,
            measured: sum, required: required, unit: .squareMetres,
            shortfall: verdict == .pass ? .zero : verdict == .fail ? required.map { $0 - sum } : nil,
            detail: .pool(members: members.count, open: open))
    }

    // Neighbours.

    private static func neighbours(
        _ members: [Member], _ rule: PooledSpaceRule, _ metres: ExactDecimal, onFoot: Bool,
        _ near: (Int) -> [Int]?
    ) -> [Finding] {
        let owed = members.map(\.owed)
        let held = members.map(\.held)
        func balance(_ index: Int) -> ExactDecimal? {
            guard let owed = owed[index], let held = held[index] else { return nil }
            return held - owed
        }
        return members.indices.compactMap { index in
            let record = members[index].record
            if owed[index] == .zero { return nil }
            func finding(
                _ verdict: Verdict, measured: ExactDecimal?, shortfall: ExactDecimal? = nil,
                _ detail: FindingDetail
            ) -> Finding {
                Finding(
                    rule: PooledSpaceRule.id, clause: rule.clause, scope: .compound,
                    subject: record.compound.id, verdict: verdict, measured: measured,
                    required: owed[index], unit: .squareMetres, shortfall: shortfall, detail: detail)
            }
            guard let required = owed[index], let own = held[index] else {
                let doubt: FindingDetail =
                    held[index] == nil ? .careSpaceNotStated : openDetail(members[index])
                return finding(.unknown, measured: held[index], doubt)
            }
            if own >= required { return finding(.pass, measured: own, shortfall: .zero, .holdsItsOwn) }
            guard let reached = near(index) else { return finding(.unknown, measured: own, .noWalk) }
            // What all may spare, and what they surely may: beyond what others within their reach lack.
            var (most, sure, givers) = (ExactDecimal.zero, ExactDecimal.zero, 0)
            var (unstated, open): ([String], [String]) = ([], [])
            for neighbour in reached {
                guard let spare = balance(neighbour) else {
                    let id = members[neighbour].record.compound.id
                    if held[neighbour] == nil { unstated.append(id) } else { open.append(id) }
                    continue
                }
                guard spare > .zero else { continue }
                givers += 1
                most = most + spare
                var left = spare
                for other in near(neighbour) ?? [] where other != index {
                    if let lack = balance(other) {
                        if lack.isNegative { left = left + lack }
                    } else {
                        left = .zero
                    }
                }
                if left > .zero { sure = sure + left }
            }
            let detail = { (isContended: Bool, unstated: [String], open: [String]) in
                FindingDetail.neighbours(
                    count: givers, metres: metres, isContended: isContended, onFoot: onFoot,
                    unstated: unstated, open: open)
            }
            if own + sure >= required {
                return finding(.pass, measured: own + sure, shortfall: .zero, detail(false, [], []))
            }
            let isContended = own + most >= required
            if isContended || !unstated.isEmpty || !open.isEmpty {
                return finding(.unknown, measured: own + sure, detail(isContended, unstated, open))
            }
            return finding(
                .fail, measured: own + most, shortfall: required - own - most, detail(false, [], []))
        }
    }

    private static func openDetail(_ member: Member) -> FindingDetail {
        guard let space = member.space else { return .noRates }
        switch member.record.obligation(under: space) {
        case .open(let doubt): return .classOpen(doubt)
        case .owedUnstated(let known, let rate): return .householdsNotStated(class: known, rate: rate)
        case .owed, .nothing, .noRate: return .owesNothing
        }
    }
}
