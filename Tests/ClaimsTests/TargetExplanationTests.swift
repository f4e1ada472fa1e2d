import Claims
import Compliance
import Coverage
import Places
import Policy
import TestWorlds
import Testing

@Suite struct TargetExplanationTests {
    @Test("The parts of every target add up to its figure, whatever it measures and wherever it holds")
    func sums() throws {
        var seen: Set<String> = []
        var figures = 0
        try withEverySeed(0..<50) { seed, generator in
            let village = try RandomVillage(&generator, pack: VillagePack.pack)
            for target in VillagePack.pack.targets {
                let rule = TargetFindings.prefix + target.id
                guard case .target(let explanation) = village.explainer.explanation(of: .rule(rule)) else {
                    Issue.record("\(rule) is a target")
                    continue
                }
                let expected = village.targets.figures(of: target)
                #expect(explanation.scopes.count == expected.count, "seed \(seed), \(rule)")
                for (part, figure) in zip(explanation.scopes, expected) {
                    figures += 1
                    if part.parts.contains(where: { $0.covered > 0 }) { seen.insert(target.measure.name) }
                    expect(part, is: figure, "seed \(seed), \(rule), \(figure.scope)")
                }
            }
        }
        #expect(figures > 1500)
        #expect(Set(Target.Measure.all.map(\.name)).subtracting(seen) == [])
    }

    private func expect(_ part: TargetExplanation.Part, is figure: TargetFigure, _ name: Comment) {
        func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
        func sum(_ parts: [RatePart], _ amount: (RatePart) -> Double) -> Double {
            parts.reduce(0) { $0 + amount($1) }
        }
        #expect(part.figure.value == figure.value, name)
        #expect(near(sum(part.parts, \.covered), figure.numerator ?? 0), name)
        if let denominator = figure.denominator {
            let amounts = sum(figure.factor == 1 ? part.parts : part.over, \.amount)
            #expect(near(amounts, denominator), name)
        } else {
            #expect(part.over.isEmpty, name)
        }
        #expect(near(sum(part.parts) { $0.isUnknown ? $0.amount : 0 }, figure.unknown), name)
        #expect(part.unstated.count == figure.unstated, name)
        #expect(part.finding.subject == figure.scope.identifier, name)
    }

    @Test("Where a target is asked for in one scope, its chain is that of the scope alone")
    func oneScope() throws {
        try withEverySeed(0..<40) { seed, generator in
            let village = try RandomVillage(&generator, pack: VillagePack.pack)
            let explainer = village.explainer
            for finding in explainer.findings where finding.rule.hasPrefix(TargetFindings.prefix) {
                let subject = try Subject(
                    Subject.name(of: finding), in: village.ground.study, rates: explainer.rates,
                    rules: explainer.rules, findings: explainer.findings)
                guard case .target(let target) = explainer.explanation(of: subject) else {
                    Issue.record("\(finding.rule) is a target")
                    continue
                }
                #expect(target.scopes.map(\.finding) == [finding], "seed \(seed)")
            }
        }
    }

    @Test("A community's own answer is what the rates count of it")
    func presence() throws {
        var answers: [Bool?: Int] = [:]
        try withEverySeed(0..<100) { seed, generator in
            let village = try RandomVillage(&generator, pack: VillagePack.pack)
            let explainer = village.explainer
            for measure in ["has_facility", "has_qualified", "has_standardised", "is_served"] {
                let met = village.ground.study.communities.indices.map { index -> Bool? in
                    guard
                        case .presence(let own) = explainer.explanation(of: .communityUnder(index, measure))
                    else { return nil }
                    answers[own.isMet, default: 0] += 1
                    return own.isMet
                }
                let rate = try #require(explainer.rates.first { $0.measure == measure })
                #expect(Double(met.count { $0 == true }) == rate.numerator, "seed \(seed), \(measure)")
                #expect(Double(met.count { $0 == nil }) == rate.unknown, "seed \(seed), \(measure)")
            }
        }
        #expect(answers.values.allSatisfy { $0 > 50 } && answers.count == 3)
    }
}
