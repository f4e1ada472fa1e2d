internal import ArgumentParser
internal import Places
internal import Studies

/// An amount of money on the command line, read as a cell of a table is: `3000000`, `3,000,000`, `300万`, `0.03亿`.
struct YuanOption {
    /// How much, yuan.
    let yuan: Double

    /// Reads an amount.
    ///
    /// - Throws: What was expected of a text that is no amount from 0 to 10¹².
    init(stated: String) throws {
        let refusal = ValidationError("expected yuan from 0 to 1e12, such as 3000000 or 300万.")
        do throws(Fault) {
            yuan = try CellNumber.amount(stated).double
        } catch {
            throw refusal
        }
        guard yuan <= 1e12 else { throw refusal }
    }
}
