/// An order for the rows of a database table, which has none of its own.
package enum RowOrder {
    /// Puts rows in the order of their keys, and numbers them anew from 1.
    ///
    /// Without keys they stand in the order of their cells, column by column in byte order, then of their geometries.
    package static func settled<Key: Comparable>(_ rows: [RawRow], keys: [Key]?) -> [RawRow] {
        let order: [Int]
        if let keys {
            order = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        } else {
            let drawn = rows.map { row in row.geometry.map { "\($0)" } ?? "" }
            order = rows.indices.sorted { a, b in
                for (x, y) in zip(rows[a].cells + [drawn[a]], rows[b].cells + [drawn[b]]) where x != y {
                    return x.utf8.lexicographicallyPrecedes(y.utf8)
                }
                return a < b
            }
        }
        return order.enumerated().map { place, index in
            RawRow(number: place + 1, cells: rows[index].cells, geometry: rows[index].geometry)
        }
    }
}
