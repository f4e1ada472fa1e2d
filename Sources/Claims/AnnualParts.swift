internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Population
internal import Scenarios

/// Takes the figures of a scenario's year apart: the arithmetic of ``Scenarios/AnnualRow``, retold.
struct AnnualParts {
    /// What a figure is a sum of.
    typealias Sum = TargetParts.Sum

    let study: Study
    let result: CoverageResult
    let year: ScenarioYear
    let rates: RateParts

    private var map: ScenarioMap { year.map }

    /// The chain of a column in a scope; nothing where the run has no such row.
    func explanation(of column: AnnualColumn, in scope: Scope, rate: (Rate) -> RateExplanation)
        -> AnnualExplanation?
    {
        let history = year.result.annual.filter { $0.scope == scope && $0.year <= map.year }
        guard let row = history.last, row.year == map.year else { return nil }
        let sum = sum(of: column, in: scope)
        let holds = Set(rates.compounds(in: scope))
        return AnnualExplanation(
            column: column, history: history,
            actions: year.result.actions.filter { $0.year <= map.year && isIn($0.facility.community, scope) },
            ownDates: ownDates(of: history, in: scope),
            deliveries: year.result.deliveries.filter { $0.year <= map.year && holds.contains($0.compound) },
            money: money(behind: column, in: scope), rate: row.rate(behind: column).map(rate),
            parts: sum.parts, over: sum.over, unstated: sum.unstated)
    }

    /// What opens and closes by its own dates, without an action of the plan.
    private func ownDates(of history: [AnnualRow], in scope: Scope) -> [OwnDateStep] {
        let planned = Set(
            year.result.actions.filter { $0.action != .upgrade }.map { "\($0.year) \($0.facility.id)" })
        let years = Set((history.count == 1 ? history : Array(history.dropFirst())).map(\.year))
        var steps: [OwnDateStep] = []
        for (index, facility) in study.facilities.enumerated()
        where FacilitySelector.any.counts(facility) && isIn(facility.community, scope)
            && facility.status ?? .operating == .operating
        {
            if let opened = facility.opened, let closed = facility.closed, closed.last <= opened.last {
                // It has never been open.
                continue
            }
            for (date, opens) in [(facility.opened, true), (facility.closed, false)] {
                guard let day = date?.last, years.contains(day.year),
                    !planned.contains("\(day.year) \(facility.id)")
                else { continue }
                steps.append(OwnDateStep(year: day.year, day: day, facility: index, opens: opens))
            }
        }
        return steps.sorted { (a: OwnDateStep, b: OwnDateStep) -> Bool in
            a.day == b.day ? a.facility < b.facility : a.day < b.day
        }
    }

    private func money(behind column: AnnualColumn, in scope: Scope) -> [MoneyLine] {
        let kind: MoneyLine.Kind
        switch column {
        case .subsidyOnce: kind = .once
        case .subsidyYearly: kind = .yearly
        default: return []
        }
        return year.result.money.filter { $0.year == map.year && $0.scope == scope && $0.kind == kind }
    }

    private func sum(of column: AnnualColumn, in scope: Scope) -> Sum {
        switch column {
        case .population, .populationUnstated: return population(in: scope)
        case .elders: return people(.elders, in: scope)
        case .households: return people(.households, in: scope)
        case .eldersEightyPlus: return eightyPlus(in: scope)
        case .facilities: return open(in: scope) { _ in ExactDecimal(1) }
        case .area, .areaUnstated: return open(in: scope, \.area)
        case .beds, .bedsUnstated: return open(in: scope, \.beds)
        case .bedsPer1000Elders:
            let (beds, elders) = (open(in: scope, \.beds), people(.elders, in: scope))
            return Sum(parts: beds.parts, over: elders.parts, unstated: beds.unstated)
        case .communitiesWithFacility, .communities:
            return Sum(
                parts: rates.sum(.hasFacility, .count, in: scope, of: result).parts.map { part in
                    column == .communities
                        ? RatePart(part.source, amount: 1, isCovered: true) : part
                })
        case .careSpace, .careSpaceUnstated, .spacePer100Households:
            let space = TargetParts(study: study, figures: map.targets, rates: rates)
                .careSpace(in: scope, of: result)
            return column == .spacePer100Households
                ? space : Sum(parts: space.parts, unstated: space.unstated)
        case .careSpaceRequired, .careSpaceRequiredUnknown: return careSpaceRequired(in: scope)
        case .subsidyOnce: return granted(.once, in: scope)
        case .subsidyYearly: return granted(.yearly, in: scope)
        case .elderShare1km, .elderShare15min, .householdShare15min, .opened, .upgraded, .closed, .capital,
            .cumulative, .eldersUnknown1km, .eldersUnknown15min,
            .householdsUnknown15min, .eldersEstimated, .householdsEstimated, .householdsUnstated,
            .eldersUnstated:
            return Sum()
        }
    }

    /// Whether what stands in a community (or outside all) counts in a scope.
    private func isIn(_ community: Int?, _ scope: Scope) -> Bool {
        guard let member = rates.member(of: scope) else { return false }
        return community.map(member.communities.contains) ?? member.holdsOutsiders
    }

    private func whole(_ source: RatePart.Source, _ amount: Double, isEstimated: Bool = false) -> RatePart {
        RatePart(source, amount: amount, isCovered: true, isEstimated: isEstimated)
    }

    private func people(_ basis: Basis, in scope: Scope) -> Sum {
        let sum = rates.sum(.within1km, basis, in: scope, of: result)
        return Sum(
            parts: sum.parts.map { whole($0.source, $0.amount, isEstimated: $0.isEstimated) },
            unstated: sum.unstated)
    }

    /// The open facilities except platforms, and what they state.
    private func open(in scope: Scope, _ figure: (Facility) -> ExactDecimal?) -> Sum {
        var sum = Sum()
        for (index, facility) in study.facilities.enumerated()
        where FacilitySelector.any.counts(facility) && facility.isOpen(on: result.day)
            && isIn(facility.community, scope)
        {
            if let own = figure(facility) {
                sum.parts.append(whole(.facility(index), own.double))
            } else {
                sum.unstated.append(.facility(index))
            }
        }
        return sum
    }

    /// What the facilities of a scope are given in the year, whenever they opened.
    private func granted(_ kind: MoneyLine.Kind, in scope: Scope) -> Sum {
        Sum(
            parts: year.result.grants.filter {
                $0.year == map.year && $0.kind == kind
                    && isIn(study.facilities[$0.facility].community, scope)
            }.map { whole(.facility($0.facility), $0.yuan.double) })
    }

    /// Of each community as stated and moved, else of its counted compounds.
    private func population(in scope: Scope) -> Sum {
        guard let member = rates.member(of: scope) else { return Sum() }
        var sum = Sum()
        for index in member.communities {
            if let population = map.people.communities[index].population {
                sum.parts.append(whole(.community(index), population))
            } else {
                sum.unstated.append(.community(index))
            }
        }
        for index in rates.compounds(in: scope) where result.demand.compounds[index].isCounted {
            let community = study.compounds[index].community
            guard community.map({ map.people.communities[$0].population == nil }) ?? true else { continue }
            if let population = map.people.compounds[index].population {
                sum.parts.append(whole(.place(.compound(index)), population))
            } else if community == nil {
                sum.unstated.append(.place(.compound(index)))
            }
        }
        return sum
    }

    private func eightyPlus(in scope: Scope) -> Sum {
        let communities = rates.member(of: scope)?.communities ?? []
        return Sum(
            parts: communities.compactMap { index in
                map.people.communities[index].eightyPlus.map { whole(.community(index), $0) }
            })
    }

    private func careSpaceRequired(in scope: Scope) -> Sum {
        var sum = Sum()
        for index in rates.compounds(in: scope) where result.demand.compounds[index].isCounted {
            if let required = map.careSpaceRequired[index] {
                sum.parts.append(whole(.place(.compound(index)), required))
            } else {
                sum.unstated.append(.place(.compound(index)))
            }
        }
        return sum
    }
}
