import Claims
import Compliance
import Coverage
import Places
import Policy
import TestWorlds
import Testing

/// The chains of figures by walking profile and of catchments, and the lists of scopes.
@Suite struct FurtherMeasuresTests {
    private func further(_ seed: Int) async throws -> (Explainer, StudyCatchments) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let village = try RandomVillage(&generator, pack: VillagePack.pack)
        var study = village.ground.study
        study.walking = WalkingChoice(minutes: 15, profiles: [WalkingProfile(name: "slow", speed: 0.6)])
        let ground = StudyGround(
            study: study, pack: VillagePack.pack, network: village.town.network, plane: village.town.plane)
        let result = ground.coverage(on: village.result.day)
        let catchments = try #require(
            await ground.catchments(result, plane: village.town.plane, jobs: 1))
        let profiles = await ground.coverage(
            byProfiles: result, plane: village.town.plane, heights: nil, jobs: 1)
        let explainer = Explainer(
            ground: ground, result: result, findings: village.explainer.findings, pack: VillagePack.pack,
            further: FurtherMeasures(profiles: profiles, catchments: catchments))
        return (explainer, catchments)
    }

    @Test("The parts of every further rate add up to it, and a facility's places to its catchment")
    func sums() async throws {
        var (rates, reached, alone) = (0, 0.0, 0.0)
        for seed in 0..<25 {
            let (explainer, catchments) = try await further(seed)
            for index in explainer.rates.indices {
                let rate = explainer.rates[index]
                guard rate.measure.hasPrefix("reached_by_") || rate.measure == "within_15min_slow" else {
                    continue
                }
                guard case .rate(let explanation) = explainer.explanation(of: .rate(index)) else {
                    Issue.record("a rate is a rate")
                    continue
                }
                rates += 1
                func sum(_ figure: (RatePart) -> Double) -> Double {
                    explanation.parts.reduce(0) { $0 + figure($1) }
                }
                func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
                let name = "seed \(seed), \(Subject.name(of: rate))"
                #expect(near(sum(\.amount), rate.denominator), "\(name)")
                #expect(near(sum(\.covered), rate.numerator), "\(name)")
                #expect(near(sum { $0.isUnknown ? $0.amount : 0 }, rate.unknown), "\(name)")
                #expect(explanation.unstated.count == rate.unstated, "\(name)")
            }
            for own in catchments.catchments {
                guard case .facility(let index) = own.site,
                    case .catchment(let chain) = explainer.explanation(
                        of: .facilityUnder(index, "reached_by"))
                else { continue }
                func sum(_ parts: [RatePart], _ figure: (RatePart) -> Double) -> Double {
                    parts.reduce(0) { $0 + figure($1) }
                }
                #expect(abs(sum(chain.elders, \.amount) - own.elders) < 1e-9)
                #expect(abs(sum(chain.elders, \.covered) - own.eldersAlone) < 1e-9)
                #expect(abs(sum(chain.households, \.amount) - own.households) < 1e-9)
                #expect(abs(sum(chain.households, \.covered) - own.householdsAlone) < 1e-9)
                reached += own.elders
                alone += own.eldersAlone
            }
        }
        #expect(rates > 300 && reached > alone && alone > 0)
    }

    @Test("A scope lists its own figures and verdicts, and goes by kind and id, by kind, or by id")
    func scopes() async throws {
        let (explainer, _) = try await further(3)
        for scope in explainer.scopes {
            let texts = [Subject.name(of: scope)] + (scope == .city("village") ? ["city"] : [])
            for text in texts {
                let subject = try Subject(
                    text, in: explainer.study, rates: explainer.rates, scopes: explainer.scopes)
                guard case .scope(let own) = explainer.explanation(of: subject) else {
                    Issue.record("\(text) is a scope")
                    continue
                }
                #expect(own.scope == scope)
                #expect(own.rates == explainer.rates.filter { $0.scope == scope })
                #expect(
                    own.findings.allSatisfy {
                        $0.scope.rawValue == scope.kind && $0.subject == scope.identifier
                    })
                #expect(
                    own.findings.count
                        == explainer.findings.count {
                            "\($0.scope.rawValue)/\($0.subject)" == Subject.name(of: scope)
                        })
            }
        }
        #expect(throws: SubjectFailure.unknown(text: "nowhere")) {
            try Subject("nowhere", in: explainer.study, rates: explainer.rates, scopes: explainer.scopes)
        }
    }
}
