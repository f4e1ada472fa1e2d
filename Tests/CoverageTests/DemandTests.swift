import Coverage
import Geometry
import Places
import Testing

@Suite struct DemandTests {
    private let here = GeographicPoint(longitude: 114.3, latitude: 30.6)

    private func community(
        households: Int?, elders: Int?, estimated: EstimatedFigures = EstimatedFigures()
    ) -> Community {
        Community(
            id: "c", name: "c", point: here, households: households.map { ExactDecimal($0) },
            elders: ElderFigures(statedTotal: elders.map { ExactDecimal($0) }), estimated: estimated)
    }

    private func compound(
        _ id: String, households: Int? = nil, elders: Int? = nil, footprint: Double? = nil,
        delivered: PartialDate? = nil, planned: PartialDate? = nil,
        estimated: EstimatedFigures = EstimatedFigures()
    ) -> Compound {
        Compound(
            id: id, community: 0, households: households.map { ExactDecimal($0) },
            elders: elders.map { ExactDecimal($0) }, planned: planned, delivered: delivered, point: here,
            footprint: footprint, estimated: estimated)
    }

    private func demand(_ community: Community, _ compounds: [Compound]) throws -> Demand {
        let study = Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547", communities: [community], compounds: compounds)
        let day = try #require(Day.last(ofYear: 2020))
        return Demand(
            study: study, figures: PeopleFigures(of: study),
            states: deliveryStates(of: study, on: day, ruleForNewFrom: nil))
    }

    @Test("Elders left are shared by dwellings among compounds that state none and the residual")
    func sharedElders() throws {
        // 1,000 dwellings, 300 elders; A states 400 and 100, B states 400 and none, 200 live outside.
        // Left are 200 elders, over 400 + 200 dwellings: B takes 133⅓, the residual 66⅔.
        let demand = try demand(
            community(households: 1000, elders: 300),
            [compound("A", households: 400, elders: 100), compound("B", households: 400)])
        let residual = try #require(demand.residuals[0])
        #expect(residual.households == 200)
        #expect(abs(try #require(residual.elders) - 200.0 / 3) < 1e-12)
        #expect(abs(try #require(demand.compounds[1].elders) - 400.0 / 3) < 1e-12)
        #expect(demand.compounds[0].elders == 100)
        #expect(demand.compounds[1].eldersEstimated)
        #expect(residual.eldersEstimated)
        #expect(!demand.compounds[0].eldersEstimated)
    }

    @Test("Where nobody has dwellings, all elders left are residual")
    func noDwellings() throws {
        let demand = try demand(community(households: nil, elders: 50), [])
        let residual = try #require(demand.residuals[0])
        #expect(residual.households == 0)
        #expect(residual.elders == 50)
        #expect(!residual.eldersEstimated)
    }

    @Test("Compounds that state more than their community leave no residual and keep their figures")
    func overfull() throws {
        let demand = try demand(
            community(households: 100, elders: 30), [compound("A", households: 400, elders: 100)])
        #expect(demand.residuals[0] == nil)
        #expect(demand.compounds[0].elders == 100)
    }

    @Test("Compounds that share what is left leave nobody outside, whatever the division rounds to")
    func sharedWhole() throws {
        // 1000 × 1/6 + 1000 × 4/6 + 1000 × 1/6 is 999.9999999999999 in double precision.
        let demand = try demand(
            community(households: 1000, elders: nil),
            [compound("A", footprint: 1), compound("B", footprint: 4), compound("C", footprint: 1)])
        #expect(demand.residuals[0] == nil)
    }

    @Test(
        "Dwellings nobody states are the community's remainder: by footprint where all have one, else equally"
    )
    func estimatedDwellings() throws {
        let byFootprint = try demand(
            community(households: 1000, elders: nil),
            [
                compound("A", households: 400), compound("B", footprint: 300), compound("C", footprint: 100),
            ])
        #expect(byFootprint.compounds.map(\.households) == [400, 450, 150])
        #expect(byFootprint.compounds.map(\.householdsEstimated) == [false, true, true])
        #expect(byFootprint.residuals[0] == nil)
        let equally = try demand(
            community(households: 1000, elders: nil),
            [compound("A", households: 400), compound("B", footprint: 300), compound("C")])
        #expect(equally.compounds.map(\.households) == [400, 300, 300])
    }

    @Test("Elders that nobody states are unknown, not none")
    func unknownElders() throws {
        let demand = try demand(
            community(households: 1000, elders: nil), [compound("A", households: 400)])
        let residual = try #require(demand.residuals[0])
        #expect(residual.households == 600)
        #expect(residual.elders == nil)
        #expect(demand.compounds[0].elders == nil)
    }

    @Test("Of a community's estimated elders every place that takes some holds an estimate, be it alone")
    func estimatedElders() throws {
        let marked = EstimatedFigures(elders: true)
        let alone = try demand(
            community(households: 400, elders: 110, estimated: marked), [compound("A", households: 400)])
        #expect(alone.compounds[0].elders == 110)
        #expect(alone.compounds[0].eldersEstimated && !alone.compounds[0].householdsEstimated)
        #expect(alone.residuals[0] == nil)
        // A states its own 100; the residual takes the 50 left alone.
        let beside = try demand(
            community(households: 600, elders: 150, estimated: marked),
            [compound("A", households: 400, elders: 100)])
        let residual = try #require(beside.residuals[0])
        #expect((residual.households, residual.elders) == (200, 50))
        #expect(residual.eldersEstimated && !residual.householdsEstimated)
        #expect(!beside.compounds[0].eldersEstimated)
    }

    @Test(
        "Of a community's estimated dwellings the residual's are an estimate, what a compound states is not")
    func estimatedHouseholdsOfTheCommunity() throws {
        let demand = try demand(
            community(households: 600, elders: 90, estimated: EstimatedFigures(households: true)),
            [compound("A", households: 400, elders: 90)])
        let residual = try #require(demand.residuals[0])
        #expect(residual.households == 200 && residual.householdsEstimated)
        #expect(!demand.compounds[0].householdsEstimated)
        // Of the elders none are left, and no term of that difference is an estimate.
        #expect(residual.elders == 0 && !residual.eldersEstimated)
    }

    @Test("A difference is an estimate where what is taken away is one")
    func estimatedSubtrahend() throws {
        let demand = try demand(
            community(households: 600, elders: 150),
            [compound("A", households: 400, elders: 100, estimated: .all)])
        let residual = try #require(demand.residuals[0])
        #expect((residual.households, residual.elders) == (200, 50))
        #expect(residual.householdsEstimated && residual.eldersEstimated)
        // One that is not counted is not taken away.
        let uncounted = try self.demand(
            community(households: 600, elders: 150),
            [
                compound(
                    "A", households: 400, elders: 100, delivered: PartialDate(year: 2021), estimated: .all)
            ])
        #expect(uncounted.residuals[0]?.householdsEstimated == false)
        #expect(uncounted.residuals[0]?.eldersEstimated == false)
    }

    @Test("A compound's mark is about the figures that it names and that the compound states")
    func estimatedFiguresOfACompound() throws {
        let demand = try demand(
            community(households: nil, elders: nil),
            [
                compound("A", households: 40, elders: 10, estimated: EstimatedFigures(households: true)),
                compound("B", households: 40, elders: 10, estimated: EstimatedFigures(elders: true)),
                compound("C", estimated: .all),
            ])
        #expect(demand.compounds.map(\.householdsEstimated) == [true, false, false])
        #expect(demand.compounds.map(\.eldersEstimated) == [false, true, false])
    }

    @Test("A compound delivered after the day keeps its row, and its dwellings stay with the residual")
    func notDelivered() throws {
        let demand = try demand(
            community(households: 1000, elders: 300),
            [compound("A", households: 400, elders: 100, delivered: PartialDate(year: 2021))])
        #expect(!demand.compounds[0].isCounted)
        #expect(demand.compounds[0].households == 400)
        let residual = try #require(demand.residuals[0])
        #expect(residual.households == 1000)
        #expect(residual.elders == 300)
    }

    @Test("Without `delivered` a compound stands, unless it was planned under the rule for new ones")
    func presumed() throws {
        let from = try #require(Day(year: 2017, month: 8, day: 31))
        let before = try #require(PartialDate(year: 2017, month: 8, day: 30))
        let study = Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547", communities: [community(households: 1, elders: 1)],
            compounds: [
                compound("none"), compound("before", planned: before),
                compound("on", planned: PartialDate(from)),
                compound("year", planned: PartialDate(year: 2017)), compound("phase"),
            ],
            phases: [
                Phase(
                    compound: 4, number: 1, households: ExactDecimal(10),
                    housing: Milestones(planned: PartialDate(year: 2019)))
            ])
        let day = try #require(Day.last(ofYear: 2020))
        #expect(
            deliveryStates(of: study, on: day, ruleForNewFrom: from)
                == [.counted, .counted, .presumedNot, .presumedNot, .presumedNot])
        #expect(
            deliveryStates(of: study, on: day, ruleForNewFrom: nil)
                == [.counted, .counted, .counted, .counted, .counted])
    }

    @Test("By phases, the phases delivered so far count")
    func byPhase() throws {
        let study = Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547", communities: [community(households: 0, elders: 0)],
            compounds: [
                compound("A", households: 300, elders: 90, delivered: PartialDate(year: 2023))
            ],
            phases: [
                Phase(
                    compound: 0, number: 1, households: ExactDecimal(100),
                    housing: Milestones(delivered: PartialDate(year: 2020, month: 6))),
                Phase(
                    compound: 0, number: 2, households: ExactDecimal(200),
                    housing: Milestones(delivered: PartialDate(year: 2023))),
            ])
        let day = try #require(Day.last(ofYear: 2020))
        let states = deliveryStates(of: study, on: day, ruleForNewFrom: nil, rule: .byPhase)
        #expect(states == [.partly(households: 100)])
        let demand = Demand(study: study, figures: PeopleFigures(of: study), states: states)
        #expect(demand.compounds[0].households == 100)
        #expect(demand.compounds[0].elders == 30)
    }
}
