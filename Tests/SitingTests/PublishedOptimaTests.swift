import Foundation
import Siting
import TestWorlds
import Testing

/// Instances whose best solutions others have published.
@Suite struct PublishedOptimaTests {
    /// OR-Library's p-median problems (Beasley 1985); the optima as published there.
    @Test(
        "OR-Library p-median", .enabled(if: RealData.path("orlib-pmed/pmed1.txt") != nil),
        arguments: zip(1...10, [5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255] as [Double]))
    func orLibrary(number: Int, optimum: Double) throws {
        let path = try #require(RealData.path("orlib-pmed/pmed\(number).txt"))
        let found = try PublishedInstance.pMedian(path).solved()
        #expect(found.objective == optimum)
        #expect(found.bound == optimum)
        #expect(found.isProven)
    }

    @Test("San Francisco, p-median", .enabled(if: RealData.path("spopt-sf") != nil))
    func sanFranciscoMedian() throws {
        let table = try PublishedInstance.sanFrancisco()
        let found = try SitingProblem(.pMedian, table, p: 4).solved()
        let people = table.demands.reduce(0) { $0 + $1.weight }
        #expect(abs(found.weightedDistance / people - 2982.1268579890657) < 1e-9)
        #expect(found.isProven)
    }

    @Test("San Francisco, MCLP within 5 km", .enabled(if: RealData.path("spopt-sf") != nil))
    func sanFranciscoCovering() throws {
        let table = try PublishedInstance.sanFrancisco()
        let found = try SitingProblem(.mclp, table.within(5000), p: 4).solved()
        let tracts = table.demands.count
        // The published share counts tracts: 184 of 205.
        #expect(found.uncovered.count == 21)
        #expect(abs(Double(tracts - found.uncovered.count) / Double(tracts) - 0.897561) < 1e-6)
        #expect(found.isProven)
    }
}

/// Published instances, read from the folder of real data.
enum PublishedInstance {
    /// A problem of OR-Library: vertices are demands and candidates, a repeated edge replaces the earlier one.
    static func pMedian(_ path: String) throws -> SitingProblem {
        let numbers = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isWhitespace)
            .map { try #require(Double($0)) }
        let count = Int(numbers[0])
        var distances = [[Double]](repeating: [Double](repeating: .infinity, count: count), count: count)
        for edge in 0..<Int(numbers[1]) {
            let (a, b) = (Int(numbers[3 + 3 * edge]) - 1, Int(numbers[4 + 3 * edge]) - 1)
            distances[a][b] = numbers[5 + 3 * edge]
            distances[b][a] = numbers[5 + 3 * edge]
        }
        for a in 0..<count { distances[a][a] = 0 }
        for by in 0..<count {
            for a in 0..<count {
                for b in 0..<count where distances[a][by] + distances[by][b] < distances[a][b] {
                    distances[a][b] = distances[a][by] + distances[by][b]
                }
            }
        }
        let table = SitingTable(
            demands: (1...count).map { .init(id: "\($0)", weight: 1) },
            candidates: (1...count).map { .init(id: "\($0)") },
            pairs: (0..<count).flatMap { a in
                (0..<count).map { .init(demand: a, candidate: $0, distance: distances[a][$0]) }
            })
        return SitingProblem(.pMedian, table, p: Int(numbers[2]))
    }

    /// San Francisco's tracts and stores with the distances between them.
    static func sanFrancisco() throws -> SitingTable {
        let folder = try #require(RealData.path("spopt-sf"))
        func rows(_ file: String) throws -> [[String]] {
            try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(
                whereSeparator: \.isNewline
            ).dropFirst()
                .map { $0.split(separator: ",").map { $0.trimmingCharacters(in: ["\"", "\r"]) } }
        }
        var people: [String: Double] = [:]
        for row in try rows("SF_demand_205_centroid_uniform_weight.csv") { people[row[3]] = Double(row[6]) }
        var (demands, stores): ([String: Int], [String: Int]) = ([:], [:])
        var (table, candidates): ([SitingTable.Demand], [SitingTable.Candidate]) = ([], [])
        var pairs: [SitingTable.Pair] = []
        for row in try rows("SF_network_distance_candidateStore_16_censusTract_205_new.csv") {
            if stores[row[1]] == nil {
                stores[row[1]] = candidates.count
                candidates.append(.init(id: row[1]))
            }
            if demands[row[2]] == nil {
                demands[row[2]] = table.count
                table.append(.init(id: row[2], weight: try #require(people[row[2]])))
            }
            pairs.append(
                .init(
                    demand: try #require(demands[row[2]]), candidate: try #require(stores[row[1]]),
                    distance: try #require(Double(row[0]))))
        }
        return SitingTable(demands: table, candidates: candidates, pairs: pairs)
    }
}
