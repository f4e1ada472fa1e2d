import Foundation
import Testing

/// The chains of access and of catchments lead to the figures that `coverage` writes, recomputed from what they state.
@Suite struct ExplainAccessTests {
    @Test("Every figure of access of the hamlet follows from its chain")
    func hamlet() throws {
        let hamlet = try HamletStudy()
        try agreement(in: hamlet.place, wishes: ["--norm", "60", "--access-minutes", "12"], unequal: false)
        try catchments(in: hamlet.place)
    }

    @Test("So does every one of a synthetic town, and whom its facilities and candidates reach")
    func town() throws {
        let place = try CommandPlace()
        defer { place.remove() }
        let (_, stderr, status) = try place.run([
            "synth", "--size", "town", "--seed", "7", "--out", "study", "--quiet",
        ])
        #expect(status == 0, "\(stderr)")
        try agreement(in: place, wishes: [], unequal: true)
        try catchments(in: place)
    }

    private func agreement(in place: CommandPlace, wishes: [String], unequal: Bool) throws {
        let (_, said, ran) = try place.run(
            [
                "coverage", "study", "--access", "--catchments", "--circles", "none", "--quiet", "--out",
                "files",
            ] + wishes)
        #expect(ran == 0, "\(said)")
        let communities = try rows("files/coverage/access.csv", in: place)
        let scopes = try rows("files/coverage/access-summary.csv", in: place)
        let facilities = try rows("files/coverage/facilities.csv", in: place)
            .filter { $0["site"] == "facility" }.compactMap { $0["id"] }
        let subjects =
            communities.flatMap { ["community:\($0["id"] ?? "")", "access/\($0["capacity"] ?? "")"] }
            + scopes.flatMap { row in
                [
                    "\(row["scope"] ?? "")/\(row["scope_id"] ?? "")",
                    "access/\(row["capacity"] ?? "")/\(row["method"] ?? "")",
                ]
            }
            + facilities.flatMap { ["facility:\($0)", "access"] }
        let explanations = try explain(subjects, wishes, in: place)
        #expect(explanations.count == communities.count + scopes.count + facilities.count)

        // What each facility gives a person who has its whole weight, from its own chain.
        var ratios: [String: Double] = [:]
        for explanation in explanations.suffix(facilities.count) {
            let id = try text((explanation["of"] as? [String: Any])?["id"])
            for chain in try list(explanation["chains"]) {
                let weighted = try list(chain["places"]).map { try effect($0) * number($0["elders"]) }
                #expect(near(weighted.reduce(0, +), try number(chain["weighted_elders"])))
                let key = "\(id) \(try text(chain["capacity"])) \(try text(chain["method"]))"
                guard let ratio = (chain["ratio_per_1000"] as? NSNumber)?.doubleValue else { continue }
                let states = (chain["states"] as? NSNumber)?.doubleValue ?? 0
                #expect(near(ratio, 1_000 * states / weighted.reduce(0, +)), "\(key)")
                ratios[key] = ratio
            }
        }
        #expect(!ratios.isEmpty)

        var steps = 0
        for (row, explanation) in zip(communities, explanations) {
            let chains = try list(explanation["chains"])
            #expect(chains.count == 3)
            for chain in chains {
                try expect(chain, is: row)
                let method = try text(chain["method"])
                let zones = try list(explanation["zones"])
                let norm = try number(chain["norm_per_1000"])
                var (elders, held, unmet) = (0.0, 0.0, 0.0)
                for own in try list(chain["places"]) {
                    let facilities = try list(own["facilities"])
                    let all = try facilities.map { try weight($0, zones, method) }
                    let adds = try zip(facilities, all).map { facility, weight in
                        let id = try text((facility["facility"] as? [String: Any])?["id"])
                        let ratio = ratios["\(id) \(row["capacity"] ?? "") \(method)"] ?? 0
                        #expect(near(ratio, try number(facility["ratio_per_1000"])))
                        let choice = method == "3sfca" ? weight / all.reduce(0, +) : 1
                        #expect(near(try effect(facility), weight * choice))
                        steps += 1
                        return ratio * weight * choice
                    }
                    let (people, access) = (try number(own["elders"]), try number(own["per_1000"]))
                    #expect(near(adds.reduce(0, +), access))
                    elders += people
                    held += people * access
                    unmet += people * max(0, norm - access) / 1_000
                }
                if elders > 0 { expect(held / elders, is: row["per_1000_\(method)"]) }
                expect(unmet, is: row["unmet_\(method)"])
            }
        }
        #expect(steps > 5)

        for (row, explanation) in zip(scopes, explanations.dropFirst(communities.count)) {
            let chain = try #require(try list(explanation["chains"]).first)
            try expect(chain, is: row)
            let norm = try number(chain["norm_per_1000"])
            let places = try list(chain["places"]).map { own in
                (
                    w: try number(own["elders"]), x: try number(own["per_1000"]),
                    rank: (own["share_of_elders"] as? NSNumber)?.doubleValue
                )
            }
            expect(places.reduce(0) { $0 + $1.w * max(0, norm - $1.x) } / 1_000, is: row["unmet"])
            expect(places.reduce(0) { $0 + ($1.x > 0 ? 0 : $1.w) }, is: row["elders_without"])
            let people = places.reduce(0) { $0 + $1.w }
            let mean = places.reduce(0) { $0 + $1.w * $1.x } / people
            guard people > 0, mean > 0 else {
                #expect(row["gini"] ?? "" == "")
                continue
            }
            expect(mean, is: row["per_1000_elders"])
            // By the mean difference, and by the covariance: neither goes along a curve.
            var gini = 0.0
            for a in places { for b in places { gini += a.w * b.w * abs(a.x - b.x) } }
            expect(gini / (2 * mean * people * people), is: row["gini"])
            var theil = 0.0
            for own in places where own.x > 0 && own.w > 0 {
                let relative: Double = own.x / mean
                theil += own.w / people * relative * log(relative)
            }
            expect(theil, is: row["theil"])
            let ranked = places.filter { $0.rank != nil }
            var (all, held) = (0.0, 0.0)
            for own in ranked {
                all += own.w
                held += own.w * own.x
            }
            var covariance = 0.0
            for a in ranked {
                var rank = -0.5 * all
                for b in ranked {
                    if b.rank ?? 0 < a.rank ?? 0 { rank += b.w } else if b.rank == a.rank { rank += b.w / 2 }
                }
                covariance += a.w * (a.x - held / all) * rank / all
            }
            if let concentration = row["concentration"], !concentration.isEmpty {
                expect(2 * covariance / held, is: concentration)
            } else {
                #expect(held == 0)
            }
            if let palma = row["palma"], !palma.isEmpty {
                let order = places.sorted { $0.x < $1.x }
                func held(upTo share: Double) -> Double {
                    var left = share * people
                    return order.reduce(0) { sum, own in
                        let taken = min(left, own.w)
                        left -= taken
                        return sum + taken * own.x
                    }
                }
                expect((mean * people - held(upTo: 0.9)) / held(upTo: 0.4), is: palma)
            }
        }
        #expect(!unequal || scopes.contains { Double($0["gini"] ?? "") ?? 0 > 0.1 })
    }

    private func catchments(in place: CommandPlace) throws {
        let (_, said, ran) = try place.run([
            "coverage", "study", "--catchments", "--circles", "none", "--quiet", "--out", "files",
        ])
        #expect(ran == 0, "\(said)")
        let facilities = try rows("files/coverage/facilities.csv", in: place)
        #expect(facilities.contains { $0["site"] == "candidate" })
        let explanations = try explain(
            facilities.flatMap { ["\($0["site"] ?? ""):\($0["id"] ?? "")", "reached_by"] }, [], in: place)
        #expect(explanations.count == facilities.count)
        var (walks, pairs): (Int, [(site: String, place: String, walk: Double)]) = (0, [])
        for (row, explanation) in zip(facilities, explanations) {
            try expect(explanation, is: row)
            for column in ["households", "elders", "households_alone", "elders_alone"] {
                #expect(
                    abs(try number(explanation[column]) - (Double(row[column] ?? "") ?? -1)) <= 0.0500001,
                    "\(column) of \(row["id"] ?? "")")
            }
            guard let walk = explanation["walk"] as? [String: Any] else { continue }
            let parts = try #require(walk["parts"] as? [String: Any])
            let sum = try ["to_street_mm", "along_streets_mm", "from_street_mm"].reduce(0.0) {
                $0 + (try number(parts[$1]))
            }
            #expect(abs(sum / 1_000 - (try number(walk["walk_m"]))) <= 0.0501)
            #expect(walk["within"] as? Bool == true)
            let largest = try list(explanation["largest"])
            #expect(try number(largest.first?["walk_m"]) == (try number(walk["walk_m"])))
            walks += 1
            pairs.append(
                ("\(row["site"] ?? ""):\(row["id"] ?? "")", try text(walk["id"]), try number(walk["walk_m"])))
        }
        #expect(walks > 2)
        // The walk of a pair by name is that one.
        for pair in pairs.prefix(10) {
            let own = try #require(
                try explain([pair.site, "reached_by/\(pair.place)"], [], in: place).first)
            #expect(try number((own["walk"] as? [String: Any])?["walk_m"]) == pair.walk)
        }
    }

    // Pieces.

    private func explain(
        _ subjects: [String], _ options: [String], in place: CommandPlace
    ) throws -> [[String: Any]] {
        let (stdout, stderr, status) = try place.run(
            ["explain", "study", "--json"] + options + subjects)
        #expect(status == 0, "\(stderr)")
        let json = try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any]
        return try list(json?["explanations"])
    }

    /// The weight of a walk by the thirds that the chain states.
    private func weight(
        _ pair: [String: Any], _ zones: [[String: Any]], _ method: String
    ) throws -> Double {
        guard method != "2sfca" else { return 1 }
        let walk = try number(pair["walk_m"])
        // Walks are written to the decimetre.
        let zone = try zones.first { try number($0["up_to_m"]) + 0.05 >= walk }
        return try number(zone?["weight"])
    }

    private func effect(_ pair: [String: Any]) throws -> Double {
        try number(pair["weight"]) * number(pair["choice"])
    }

    private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-6 * max(1, abs(b)) }

    /// That a figure rounds to a cell.
    private func expect(_ figure: Double, is cell: String?) {
        let stated = Double(cell ?? "") ?? .nan
        #expect(abs(figure - stated) <= 2e-6 * max(1, abs(stated)), "\(figure) is \(cell ?? "nothing")")
    }

    private func expect(_ chain: [String: Any], is row: [String: String]) throws {
        let own = try #require(chain["row"] as? [String: Any])
        #expect(own.count == row.count)
        for (column, cell) in row {
            if let value = Double(cell), let stated = own[column] as? NSNumber {
                #expect(stated.doubleValue == value, "\(column)")
            } else if let flag = own[column] as? Bool {
                #expect("\(flag)" == cell, "\(column)")
            } else {
                #expect(own[column] as? String ?? "" == cell, "\(column)")
            }
        }
    }

    private func number(_ value: Any?) throws -> Double { try #require((value as? NSNumber)?.doubleValue) }
    private func text(_ value: Any?) throws -> String { try #require(value as? String) }
    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    private func rows(_ path: String, in place: CommandPlace) throws -> [[String: String]] {
        let cells = table(try String(contentsOf: place.root.appending(path: path), encoding: .utf8))
        return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(cells[0], $0)) }
    }
}
