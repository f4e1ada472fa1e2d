/// Rows that the same sites reach, taken together: to flows they are one, of as many people as all of them have.
struct RowClasses {
    /// The class of each row; nothing for a row that no site reaches.
    let classOf: [Int?]
    /// The rows of each class, ascending.
    let members: [[Int]]
    /// The classes that each site reaches, ascending.
    let rows: [[Int32]]

    /// Takes rows together.
    ///
    /// - Parameters:
    ///   - rows: the rows that each site reaches.
    ///   - count: how many rows there are.
    init(_ rows: [[Int32]], count: Int) {
        var sites = [[Int32]](repeating: [], count: count)
        for (site, reached) in rows.enumerated() {
            for row in reached { sites[Int(row)].append(Int32(site)) }
        }
        var known: [[Int32]: Int] = [:]
        var classOf = [Int?](repeating: nil, count: count)
        var members: [[Int]] = []
        var merged = [[Int32]](repeating: [], count: rows.count)
        for (row, near) in sites.enumerated() where !near.isEmpty {
            if let so = known[near] {
                classOf[row] = so
                members[so].append(row)
                continue
            }
            known[near] = members.count
            classOf[row] = members.count
            for site in near { merged[Int(site)].append(Int32(members.count)) }
            members.append([row])
        }
        (self.classOf, self.members, self.rows) = (classOf, members, merged)
    }

    /// What the rows of each class weigh together.
    func sums(of weights: [Double]) -> [Double] {
        members.map { $0.reduce(0) { $0 + weights[$1] } }
    }
}
