import Claims
import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

@Suite struct PlaceExplanationTests {
    @Test("The arithmetic shown gives the very figure that every sum takes, in studies full of gaps")
    func arithmetic() throws {
        var shared = 0
        try withEverySeed(0..<200) { seed, generator in
            let village = try RandomVillage(&generator)
            for place in village.places {
                for (value, origin) in [
                    (place.demand.households, place.households), (place.demand.elders, place.elders),
                ] {
                    switch origin {
                    case .shared(let remainder):
                        shared += 1
                        #expect(remainder.share == value, "seed \(seed), \(place.place)")
                    case .unknown(.communityStatesNone):
                        // A residual without stated households has none.
                        #expect(value ?? 0 == 0, "seed \(seed), \(place.place)")
                    case .unknown: #expect(value == nil, "seed \(seed), \(place.place)")
                    case .stated, .deliveredPart: #expect(value != nil, "seed \(seed), \(place.place)")
                    }
                }
            }
        }
        #expect(shared > 500)
    }

    @Test("The parts of a walk add up to it, to the whole millimetre, whichever gate it starts at")
    func parts() throws {
        var walked = 0
        try withEverySeed(0..<200) { seed, generator in
            let village = try RandomVillage(&generator)
            for place in village.places {
                guard case .reached(_, let walk) = place.access.walk else {
                    #expect(place.legs == nil)
                    continue
                }
                walked += 1
                let legs = try #require(place.legs)
                #expect(legs.total.wholeMillimetres == walk.wholeMillimetres, "seed \(seed)")
                #expect(legs.toStreet >= .zero && legs.alongStreets >= .zero && legs.fromStreet >= .zero)
                if case .gate(let gate) = legs.start { #expect(place.gates.contains(gate)) }
                #expect((legs.start == .point) == place.gates.isEmpty)
            }
        }
        #expect(walked > 500)
    }

    @Test("A walk worked out by hand: the nearer gate, its leg, the blocks between, the facility's leg")
    func byHand() throws {
        // Blocks of 100 m. The facility stands 20 m north of the street; the gates lie 30 m off it, one 4 blocks
        // away and one 2.
        let town = try GridTown(blocks: 10, spacing: 100)
        let study = Study(
            name: "s", baseYear: 2020, plane: StreetSketch.planeDefinition,
            compounds: [Compound(id: "H", point: town.point(5.5, 5.5))],
            gates: [
                Gate(compound: 0, point: town.point(1.5, 5.3)),
                Gate(compound: 0, point: town.point(7.5, 5.3)),
            ],
            facilities: [Facility(id: "F", level: .community, point: town.point(5.5, 5.2))])
        let ground = StudyGround(
            study: study, pack: .withoutRules, network: town.network, plane: town.plane)
        let day = try #require(Day.last(ofYear: 2020))
        let explainer = Explainer(ground: ground, result: ground.coverage(on: day), findings: [])
        guard case .place(let place) = explainer.explanation(of: .compound(0)) else {
            Issue.record("a compound is a place")
            return
        }
        let legs = try #require(place.legs)
        #expect(legs.start == .gate(1))
        #expect(legs.toStreet.wholeMillimetres == 30_000)
        #expect(legs.alongStreets.wholeMillimetres == 200_000)
        #expect(legs.fromStreet.wholeMillimetres == 20_000)
        #expect(place.isWithinWalk == true)
    }
}
