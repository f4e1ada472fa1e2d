import Compliance
import Coverage
import Places
import Policy
import Testing

/// Space in lieu, and pooling by the walk instead of the line.
@Suite struct SpaceElsewhereTests {
    private func space(own: String?, elsewhere: String?, counts: Bool) -> Finding? {
        var compound = Compound(
            id: "K", households: number("100"), careSpace: own.map(number), planned: date("2024-01-01"),
            point: somewhere)
        compound.careSpaceElsewhere = elsewhere.map(number)
        let own = pack {
            $0.space = [
                SpaceRule(
                    clause: clause, effectiveFrom: date("2020-01-01"), newRate: number("20"),
                    countsElsewhere: counts)
            ]
        }
        return Findings.all(study: study(compounds: [compound]), pack: own, on: day("2025-12-31")).first
    }

    /// 12 m² of its own and 8 elsewhere are the 20 that it owes, where the pack lets them be.
    @Test func spaceElsewhereCountsWhereThePackLetsIt() {
        #expect(space(own: "12", elsewhere: "8", counts: true)?.verdict == .pass)
        let less = space(own: "12", elsewhere: "7", counts: true)
        #expect(less?.verdict == .fail && less?.shortfall == number("1"))
        let alone = space(own: "12", elsewhere: "8", counts: false)
        #expect(alone?.verdict == .fail && alone?.shortfall == number("8"))
        #expect(space(own: nil, elsewhere: "20", counts: true)?.verdict == .pass)
        #expect(space(own: nil, elsewhere: "20", counts: false)?.verdict == .unknown)
        #expect(space(own: nil, elsewhere: nil, counts: true)?.verdict == .unknown)
    }

    private func pooled(_ near: [[Int]?]?) -> [Finding] {
        let compounds = [("K0", "10"), ("K1", "30")].map { id, held in
            Compound(
                id: id, households: number("100"), careSpace: number(held), planned: date("2024-01-01"),
                point: somewhere)
        }
        let own = pack {
            $0.space = [
                SpaceRule(clause: clause, effectiveFrom: date("2020-01-01"), newRate: number("20"))
            ]
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .walk(number("300")))]
        }
        return Findings.all(
            study: study(compounds: compounds), pack: own, on: day("2025-12-31"),
            walks: near.map { [number("300"): NearbyOnFoot(near: $0)] } ?? [:]
        ).filter { $0.rule == "space.pooled" }
    }

    /// At one point, but only the walk counts: K1 spares the 10 m² that K0 lacks where the streets join them.
    @Test func walksDecideNotPoints() {
        let pass = pooled([[1], [0]])
        #expect(pass.map(\.verdict) == [.pass, .pass])
        #expect(
            pass[0].detail
                == .neighbours(count: 1, metres: number("300"), isContended: false, onFoot: true))
        let fail = pooled([[], []])
        #expect(fail.map(\.verdict) == [.fail, .pass] && fail[0].shortfall == number("10"))
        // Too far from any street, or no streets at all: only what it lacks is open.
        #expect(pooled([nil, []]).map(\.verdict) == [.unknown, .pass])
        #expect(pooled(nil).map(\.detail) == [.noWalk, .holdsItsOwn])
    }
}
