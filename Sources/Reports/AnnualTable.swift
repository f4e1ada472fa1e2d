internal import Places
package import Scenarios

/// The rows of `annual.csv`.
package struct AnnualTable {
    /// The last column before the number of rows set aside.
    private static let lastBeforeSetAside = AnnualColumn.cumulative

    static let header =
        ["year", "scope", "scope_id"]
        + AnnualColumn.allCases.flatMap {
            [$0.rawValue] + ($0 == lastBeforeSetAside ? ["set_aside"] : [])
        }

    /// How many bad rows no figure counts.
    let setAside: Int

    /// A row for a scope's year.
    func cells(of row: AnnualRow) -> [Cell] {
        [.whole(row.year), .plain(row.scope.kind), .text(row.scope.identifier)]
            + AnnualColumn.allCases.flatMap {
                [Self.cell(row.figure($0))] + ($0 == Self.lastBeforeSetAside ? [.whole(setAside)] : [])
            }
    }

    /// A figure as the file writes it.
    static func cell(_ figure: AnnualFigure?) -> Cell {
        switch figure {
        case .whole(let count)?: .whole(count)
        case .exact(let sum)?: exact(sum)
        case .amount(let value, let decimals?)?: .number(value, decimals: decimals)
        case .amount(let value, nil)?: .number(value)
        case nil: .empty
        }
    }

    /// A figure as the file writes it; nothing where it is not known.
    package static func text(_ figure: AnnualFigure?) -> String? {
        if case .plain(let text) = cell(figure) { text } else { nil }
    }
}
