import Foundation
import Places
import Studies
import Synthesis
import TestWorlds
import Testing

@Suite struct ExtractStudyTests {
    private let folder: TemporaryFolder
    /// A drawn village: flats, a house, a shed, a school with a house on its ground, a home for elders in two
    /// houses and a point, a youth home.
    private let village: DrawnExtract

    init() throws {
        folder = try TemporaryFolder()
        var drawn = DrawnExtract()
        drawn.rectangle(10, 10, 14, 12, ["building": "apartments", "name": "River, \"A\""], id: 100)
        drawn.rectangle(
            20, 10, 21, 11, ["building": "yes", "addr:street": "Quay", "addr:housenumber": "3"], id: 101)
        drawn.rectangle(30, 10, 30.5, 10.5, ["building": "yes"], id: 102)
        drawn.rectangle(60, 60, 80, 80, ["amenity": "school"], id: 103)
        drawn.rectangle(65, 65, 69, 69, ["building": "yes"], id: 104)
        drawn.rectangle(15, 15, 16, 16, ["building": "house", "building:levels": "2"], id: 105)
        let home = ["social_facility": "group_home", "social_facility:for": "senior", "name": "晚晴"]
        drawn.rectangle(30, 30, 33, 33, home.merging(["building": "yes"]) { a, _ in a }, id: 110)
        drawn.rectangle(35, 30, 36, 31, home.merging(["building": "yes"]) { a, _ in a }, id: 111)
        _ = drawn.node(31, 31, ["amenity": "nursing_home"], id: 120)
        _ = drawn.node(90, 90, home, id: 121)
        _ = drawn.node(5, 5, ["amenity": "social_facility", "social_facility:for": "juvenile"], id: 122)
        village = drawn
    }

    private func write(
        _ drawn: DrawnExtract, to study: String = "study",
        change: (inout ExtractStudyOptions) -> Void = { _ in }
    ) throws -> ExtractStudyReport {
        var options = ExtractStudyOptions(extract: try folder.write(drawn.text, to: "village.osm"))
        change(&options)
        return try ExtractStudy.write(options, to: folder.path(of: study))
    }

    private func text(_ file: String, in study: String = "study") throws -> String {
        String(decoding: try folder.bytes(of: "\(study)/\(file)"), as: UTF8.self)
    }

    /// Footprints by pyproj: `Geod(ellps="WGS84").polygon_area_perimeter` of the corners gives 984.726 m²
    /// (flats: × 4 / 100 is 39 dwellings) and 123.091 m² (× 2 / 100 is 2).
    @Test func compoundsAreTheResidentialBuildings() throws {
        let report = try write(village)
        #expect(
            try text("compounds.csv") == """
                id,name,community,households,lon,lat,building,footprint_m2,levels,households_by,estimated
                w100,"River, ""A""\",C1-1,39,9.0012000,0.0011000,apartments,984.7,4,floor_area,households;levels
                w101,Quay 3,C1-1,2,9.0020500,0.0010500,yes,123.1,2,floor_area,households;levels
                w105,,C1-1,1,9.0015500,0.0015500,house,123.1,2,kind,households

                """)
        #expect(report.buildings == 7)
        #expect(report.buildingsRefused == [.tooSmall: 1, .otherGround: 1, .careSite: 2])
        #expect(report.households == 42)
        // 42 × 2.62 = 110.04 people, of whom 18.7 % are 20.57.
        #expect(report.population == 110 && report.elders == 21)
    }

    /// Ages add up to population and elders of each community, and are marked; by hand, of 1,409 people of whom 264 are elders
    /// each group has its millions.
    @Test func agesAddUp() throws {
        let nation = NationalAges(population: 1409, elders: 264)
        let groups = zip(nation.female, nation.male).map { $0 + $1 }
        #expect(groups == [78, 90, 85, 73, 75, 92, 124, 99, 93, 114, 121, 101, 73, 74, 50, 31, 20, 16])
        #expect(nation.male[0] == 41 && nation.male[17] == 6)
        _ = try write(village)
        let study = try StudyReader.read(folder: folder.path(of: "study")).study
        for community in study.communities {
            let ages = try #require(community.ages)
            #expect(ages.people(in: 0..<18) == community.population)
            #expect(ages.people(in: 12..<18) == community.elders.total)
        }
        #expect(try text("communities.geojson").contains("households;population;elders;ages"))
        #expect(try text("scenarios/cohorts.yaml").contains("method: cohort"))
        #expect(!FileManager.default.fileExists(atPath: folder.path(of: "study/scenarios/conversions.yaml")))
    }

    @Test func everyTaggedSiteIsTakenOrRefusedWithItsReason() throws {
        let report = try write(village)
        #expect(
            try text("sites.csv").split(separator: "\n").map { $0.split(separator: ",").first } == [
                "id", "n120", "n121", "n122", "w110", "w111",
            ])
        let verdicts = Dictionary(uniqueKeysWithValues: report.sites.map { ($0.label, $0.verdict) })
        #expect(verdicts["w110"] == .taken(.institution))
        // A second house of the same name 50 m away; a point without a name inside the first.
        #expect(verdicts["w111"] == .same(as: "w110"))
        #expect(verdicts["n120"] == .same(as: "w110"))
        // The same name 900 m away is another home.
        #expect(verdicts["n121"] == .taken(.institution))
        #expect(verdicts["n122"] == .refused(.forOthers))
        #expect(report.facilities == 2)
        #expect(
            try text("facilities.csv") == """
                id,name,level,kind,community,operator,beds,opened,lon,lat,operator_name,estimated
                n121,晚晴,community,institution,C2-1,,,,9.0090000,0.0090000,,level
                w110,晚晴,community,institution,C1-1,,,,9.0031500,0.0031500,,level

                """)
    }

    @Test func theStudyNamesItsLayersAndItsYear() throws {
        let report = try write(village) { $0.privateWays = true }
        #expect(report.baseYear == 2019 && report.name == "village" && report.plane == "EPSG:32632")
        let study = try text("study.yaml")
        #expect(study.contains("name: \"village\"\nbase_year: 2019\ncrs: EPSG:32632\npolicy: \"wuhan\"\n"))
        #expect(study.contains("walking:\n  private_ways: true\n"))
        #expect(study.contains("streets:     {path: \"../village.osm\"}"))
        #expect(try text("README.md").contains("| households | 42 |"))
    }

    /// Convertible buildings become candidates that siting and scenarios can use at once; without any, neither is named.
    @Test func candidatesAreBuildingsThatCouldBeConverted() throws {
        _ = try write(village)
        #expect(try !text("study.yaml").contains("candidates"))
        var drawn = village
        drawn.rectangle(
            40, 10, 44, 14, ["building": "school", "building:levels": "2", "name": "Old school"], id: 130)
        drawn.rectangle(50, 10, 50.5, 10.5, ["building": "public"], id: 131)
        let report = try write(drawn, to: "converted") { $0.conversionCost = 1000 }
        #expect(report.candidates == 1)
        #expect(try text("study.yaml", in: "converted").contains("candidates:  {path: candidates.csv"))
        let row = try text("candidates.csv", in: "converted").split(whereSeparator: \.isNewline)[1]
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells[0] == "w130" && cells[1] == "Old school" && cells[3] == "school")
        #expect(cells.last == "level;kind;cost_yuan")
        // Cost is area times what was asked for, before the area is rounded.
        let (area, cost) = (try #require(Double(cells[5])), try #require(Double(cells[6])))
        #expect(abs(cost - 1000 * area) <= 501 && area > CandidateRule.smallestArea)
        for name in [
            "least-cost", "fifteen-minutes", "limited-budget", "network-points-1km", "uncertain",
            "four-synchronizations",
        ] {
            #expect(try text("scenarios/\(name).yaml", in: "converted").contains("name: \(name)"), "\(name)")
        }
    }

    @Test func streetsCanBeCopied() throws {
        _ = try write(village) {
            $0.copiesStreets = true
            $0.name = "a \"b\""
            $0.baseYear = 2025
            $0.policy = nil
        }
        #expect(try text("study.yaml").contains("streets:     {path: \"village.osm\"}"))
        #expect(
            try text("study.yaml").contains(
                "name: \"a \\\"b\\\"\"\nbase_year: 2025\ncrs: EPSG:32632\nlayers:"))
        #expect(try folder.bytes(of: "study/village.osm") == folder.bytes(of: "village.osm"))
    }

    @Test func administrativeBoundariesAreCommunities() throws {
        var drawn = village
        // Two neighbours of level 9 within one of level 8; level 10 covers a corner only.
        let tags = ["type": "boundary", "boundary": "administrative"]
        drawn.rectangle(-10, -10, 17.5, 100, ["boundary": "administrative", "admin_level": "9"], id: 200)
        drawn.rectangle(17.5, -10, 100, 100, [:], id: 201)
        drawn.rectangle(-10, -10, 100, 100, [:], id: 202)
        drawn.rectangle(-10, -10, 0, 0, [:], id: 203)
        drawn.relation(
            outline: 200, tags.merging(["admin_level": "9", "name": "West"]) { a, _ in a }, id: 300)
        drawn.relation(
            outline: 201, tags.merging(["admin_level": "9", "name": "East"]) { a, _ in a }, id: 301)
        drawn.relation(
            outline: 202, tags.merging(["admin_level": "8", "name": "All"]) { a, _ in a }, id: 302)
        drawn.relation(
            outline: 203, tags.merging(["admin_level": "10", "name": "Bit"]) { a, _ in a }, id: 303)
        let report = try write(drawn)
        #expect(report.units.map(\.id) == ["r300", "r301"])
        #expect(report.units.map(\.origin) == [.administrative(level: 9), .administrative(level: 9)])
        let compounds = try text("compounds.csv")
        #expect(compounds.contains(",r300,39,"))
        #expect(compounds.contains("w101,Quay 3,r301,2,"))
        #expect(
            try text("communities.geojson").contains(
                "\"name\":\"West\",\"city\":\"village\",\"households\":40,"))
    }

    @Test func cellsHoldWhatLiesInThem() throws {
        let report = try write(village) { $0.cellMetres = 100 }
        #expect(report.units.allSatisfy { $0.origin == .cell && $0.isEstimated })
        // On the plane, 9° E is at 500,000 m: the flats (133, 122) and the house (172, 171) share a square,
        // the other house (228, 116) and the two homes for elders have one each.
        #expect(report.units.count == 4)
        #expect(report.households == 42)
        #expect(report.buildingsRefused[.outside] == nil)
    }

    @Test func theSameBytesForAnyJobs() throws {
        let files = [
            "study.yaml", "communities.geojson", "compounds.csv", "facilities.csv", "sites.csv", "README.md",
        ]
        for jobs in [1, 2, 7] { _ = try write(village, to: "study\(jobs)") { $0.jobs = jobs } }
        for file in files {
            let first = try folder.bytes(of: "study1/\(file)")
            #expect(try folder.bytes(of: "study2/\(file)") == first)
            #expect(try folder.bytes(of: "study7/\(file)") == first)
        }
    }

    @Test func whatNoStudyCanRestOn() throws {
        var noHome = DrawnExtract()
        noHome.rectangle(10, 10, 14, 12, ["building": "school"], id: 100)
        #expect(throws: ExtractStudyFailure.noDwelling(buildings: 1, outside: 0)) { try write(noHome) }
        var noCare = DrawnExtract()
        noCare.rectangle(10, 10, 14, 12, ["building": "house"], id: 100)
        _ = noCare.node(1, 1, ["amenity": "social_facility"], id: 9)
        #expect(throws: ExtractStudyFailure.noFacility(sites: 1)) { try write(noCare) }
        #expect(throws: ExtractStudyFailure.noDwelling(buildings: 7, outside: 5)) {
            let elsewhere = """
                {"type": "Polygon", "coordinates": [[[20, 20], [21, 20], [21, 21], [20, 21], [20, 20]]]}
                """
            let file = try folder.write(elsewhere, to: "elsewhere.geojson")
            _ = try write(village) { $0.boundary = file }
        }
        #expect(throws: ExtractStudyFailure.noSuchFacilities("none.csv")) {
            try write(village) { $0.facilities = "none.csv" }
        }
        try FileManager.default.removeItem(atPath: folder.path(of: "elsewhere.geojson"))
        #expect(throws: ExtractStudyFailure.option(.elderShare, value: 1.5)) {
            try write(village) { $0.elderShare = 1.5 }
        }
        #expect(throws: ExtractStudyFailure.self) { try write(village) { $0.cellMetres = .nan } }
        #expect(throws: ExtractFailure.self) { try write(village) { $0.extract = "none.osm.pbf" } }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["village.osm"])
    }

    @Test func facilitiesOfOnesOwnInPlaceOfTheMapped() throws {
        var noCare = DrawnExtract()
        noCare.rectangle(10, 10, 14, 12, ["building": "house"], id: 100)
        _ = noCare.node(1, 1, ["amenity": "social_facility"], id: 9)
        let own = try folder.write("id,level,lon,lat\nZ1,community,9.0011,0.0012\n", to: "centres.csv")
        let report = try write(noCare) { $0.facilities = own }
        #expect(report.facilitiesLayer == own)
        #expect(try text("study.yaml").contains("facilities:  {path: \"../centres.csv\"}"))
        #expect(!FileManager.default.fileExists(atPath: folder.path(of: "study/facilities.csv")))
        #expect(try text("sites.csv").contains("n9,"))
        #expect(try text("README.md").contains("facilities of its own (`../centres.csv`)"))
        let study = try StudyReader.read(folder: folder.path(of: "study")).study
        #expect(study.facilities.map(\.id) == ["Z1"])
    }
}
