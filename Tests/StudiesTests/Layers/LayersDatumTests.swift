import Foundation
import Geodesy
import Geometry
import Places
import Studies
import TestWorlds
import Testing

@Suite struct LayersDatumTests {
    /// A town of ten by ten communities of some 950 m with two compounds in each, anywhere on earth.
    private struct Town {
        let squares: [SampleStudy.Square]
        let compounds: [GeographicPoint]
        let communityOf: [Int]
        let gates: [GeographicPoint]
        let facilities: [GeographicPoint]

        init(west: Double, south: Double, seed: UInt64) {
            var generator = SeededGenerator(seed: seed)
            func spread() -> Double { Double.random(in: 0.001...0.009, using: &generator) }
            func near() -> Double { Double.random(in: -0.001...0.001, using: &generator) }
            var squares: [SampleStudy.Square] = []
            var (compounds, facilities, gates): ([GeographicPoint], [GeographicPoint], [GeographicPoint]) = (
                [], [], []
            )
            var communityOf: [Int] = []
            for index in 0..<100 {
                let w = west + Double(index % 10) * 0.01
                let s = south + Double(index / 10) * 0.01
                squares.append(SampleStudy.Square(id: "C\(index)", name: "N\(index)", west: w, south: s))
                for _ in 0..<2 {
                    let place = GeographicPoint(longitude: w + spread(), latitude: s + spread())
                    compounds.append(place)
                    communityOf.append(index)
                    gates.append(
                        GeographicPoint(
                            longitude: place.longitude + near(), latitude: place.latitude + near()))
                }
                facilities.append(GeographicPoint(longitude: w + spread(), latitude: s + spread()))
            }
            (self.squares, self.compounds, self.communityOf) = (squares, compounds, communityOf)
            (self.gates, self.facilities) = (gates, facilities)
        }

        /// The town's files, each layer's coordinates written in a datum of its own.
        func sample(
            compounds written: Datum = .wgs84, gates: Datum = .wgs84, facilities: Datum = .wgs84,
            naming: Bool = true, declared: [String: Datum] = [:]
        ) -> SampleStudy {
            let sample = SampleStudy()
            func rows(_ places: [GeographicPoint], _ datum: Datum, _ head: (Int) -> String) -> String {
                places.enumerated().map { index, place in
                    let p = datum.shifted(fromWGS84: place)
                    return "\(head(index)),\(p.longitude),\(p.latitude)\n"
                }.joined()
            }
            func layer(_ name: String, _ file: String) -> String {
                "  \(name): {path: \(file)\(declared[name].map { ", datum: \($0.rawValue)" } ?? "")}\n"
            }
            sample.files = [
                "study.yaml": "name: T\nbase_year: 2020\nlayers:\n" + layer("communities", "c.geojson")
                    + layer("compounds", "a.csv") + layer("gates", "g.csv") + layer("facilities", "f.csv"),
                "c.geojson": SampleStudy.communities(squares),
                "a.csv": "id,community,lon,lat\n"
                    + rows(compounds, written) { "A\($0),\(naming ? "C\(communityOf[$0])" : "")" },
                "g.csv": "compound,lon,lat\n" + rows(self.gates, gates) { "A\($0)" },
                "f.csv": "id,community,level,lon,lat\n"
                    + rows(self.facilities, facilities) { "F\($0),\(naming ? "C\($0)" : ""),community" },
            ]
            return sample
        }

        var streets: [GeographicPoint] {
            // A node every some 10 m on streets past each compound: near all of them, and nowhere else.
            compounds.flatMap { place in
                (-10...10).map {
                    GeographicPoint(
                        longitude: place.longitude + Double($0) * 0.0001, latitude: place.latitude + 0.0002)
                }
            }
        }
    }

    /// The files that a warning says are in another datum, with it.
    private func suspects(_ reading: StudyReading) -> [String: String] {
        var found: [String: String] = [:]
        for warning in reading.warnings {
            if case .likelyDatumShift(_, let metres, let datum) = warning.fault {
                found[warning.file] = datum
                // The shift in Wuhan is some 540 m from WGS 84 to GCJ-02; to BD-09 it is 1.2 km.
                #expect(metres > 400 && metres < 1500)
            }
        }
        return found
    }

    private let wuhan = Town(west: 114.30, south: 30.50, seed: 1)

    @Test(arguments: 1...20) func goodDataRaisesNoSuspicion(_ seed: Int) throws {
        let town = Town(west: 114.30, south: 30.50, seed: UInt64(seed))
        for naming in [true, false] {
            let reading = try read(town.sample(naming: naming)).get()
            #expect(suspects(reading).isEmpty)
            #expect(reading.datumWarnings { town.streets }.isEmpty)
        }
    }

    @Test(arguments: [Datum.gcj02, .bd09], [true, false])
    func compoundsInAnotherDatumAreNamed(_ datum: Datum, _ naming: Bool) throws {
        let reading = try read(wuhan.sample(compounds: datum, gates: datum, naming: naming)).get()
        #expect(suspects(reading)["a.csv"] == datum.rawValue)
        #expect(suspects(reading)["c.geojson"] == nil)
        #expect(suspects(reading)["f.csv"] == nil)
        guard case .likelyDatumShift(let other, _, _) = reading.warnings.first?.fault else { return }
        #expect(other == "communities")
    }

    @Test func compoundsDeclaredShiftedThatAreNotAreNamed() throws {
        let reading = try read(wuhan.sample(declared: ["compounds": .gcj02])).get()
        #expect(suspects(reading) == ["a.csv": "wgs84"])
    }

    @Test func facilitiesDeclaredShiftedThatAreNotAreNamed() throws {
        let reading = try read(wuhan.sample(declared: ["facilities": .gcj02])).get()
        #expect(suspects(reading) == ["f.csv": "wgs84"])
    }

    @Test func communitiesThatAreOffAreNamedThemselves() throws {
        // All else was shifted back to WGS 84; the communities stand in GCJ-02 and nobody has said so.
        let sample = wuhan.sample()
        let shifted = wuhan.squares.map { square in
            var square = square
            let p = Datum.gcj02.shifted(
                fromWGS84: GeographicPoint(longitude: square.west, latitude: square.south))
            (square.west, square.south) = (p.longitude, p.latitude)
            return square
        }
        sample.files["c.geojson"] = SampleStudy.communities(shifted)
        #expect(suspects(try read(sample).get()) == ["c.geojson": "gcj02"])
    }

    @Test func facilitiesOutsideTheCommunitiesThatTheyNameAreNamed() throws {
        let reading = try read(wuhan.sample(facilities: .gcj02)).get()
        #expect(suspects(reading) == ["f.csv": "gcj02"])
    }

    @Test func gatesThatAreOffTheirCompoundsAreNamed() throws {
        let reading = try read(wuhan.sample(gates: .gcj02)).get()
        #expect(suspects(reading) == ["g.csv": "gcj02"])
    }

    @Test func facilitiesOffTheStreetsAreNamed() throws {
        // In one community that holds all, only the streets tell.
        let sample = wuhan.sample(compounds: .gcj02, gates: .gcj02)
        sample.files["study.yaml"] = sample.files["study.yaml"]?.replacingOccurrences(
            of: "  communities: {path: c.geojson}\n", with: "")
        let reading = try read(sample).get()
        #expect(suspects(reading).isEmpty)
        let warnings = reading.datumWarnings { wuhan.streets }
        #expect(warnings.first?.file == "a.csv")
        guard case .likelyDatumShift(let other, _, let datum) = warnings.first?.fault else {
            Issue.record("no suspicion")
            return
        }
        #expect(other == "streets")
        #expect(datum == "gcj02")
        #expect(!warnings.contains { $0.file == "f.csv" })
    }

    @Test func outsideChinaThereIsNoSuspicion() throws {
        let town = Town(west: -15.45, south: 28.10, seed: 3)
        // Everything 500 m off, as if shifted: still none, for nothing is ever shifted there.
        let off = Town(west: -15.445, south: 28.102, seed: 3)
        let sample = town.sample(naming: true)
        sample.files["c.geojson"] = SampleStudy.communities(off.squares)
        let reading = try read(sample).get()
        #expect(suspects(reading).isEmpty)
        #expect(reading.datumWarnings { off.streets }.isEmpty)
    }

    /// A shift that no datum explains is no datum's.
    @Test func otherErrorsRaiseNoSuspicion() throws {
        let sample = wuhan.sample()
        let off = Town(west: 114.295, south: 30.505, seed: 1)
        sample.files["c.geojson"] = SampleStudy.communities(off.squares)
        #expect(suspects(try read(sample).get()).isEmpty)
    }
}
