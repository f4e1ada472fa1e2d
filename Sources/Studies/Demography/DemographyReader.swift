internal import DemographyDatasets
package import Population
internal import Yams

/// Reads demographic tables: those that come with the program, and the user's own.
package enum DemographyReader {
    /// A table that comes with the program.
    ///
    /// - Throws: That there is none of the id, or what is wrong with it.
    package static func bundled(_ id: String) throws(Problems) -> DemographicTable {
        var problems: [Problem] = []
        let reference = DemographyReference(text: id, file: "\(id).yaml", line: 1)
        guard let table = table(reference, &problems), problems.isEmpty else { throw Problems(problems) }
        return table
    }

    /// The table that a scenario asks for; nothing where it cannot be read, which is reported.
    static func table(_ reference: DemographyReference, _ problems: inout [Problem]) -> DemographicTable? {
        let file: String
        let bytes: [UInt8]
        if let path = reference.path {
            file = path
            do throws(Fault) {
                bytes = try FileBytes.read(path: path)
            } catch {
                problems.append(Problem(file: path, error))
                return nil
            }
        } else {
            guard let bundled = BundledDemography.all.first(where: { $0.id == reference.text }) else {
                problems.append(
                    Problem(
                        file: reference.file, row: reference.line, column: DemographyReference.key,
                        .notOneOf(text: reference.text, allowed: BundledDemography.all.map(\.id))))
                return nil
            }
            (file, bytes) = ("\(bundled.id).yaml", bundled.bytes)
        }
        do throws(Problem) {
            let root = try YAMLDocument.root(of: bytes, file: file)
            guard let fields = YAMLMapping<DemographyKey>(root, file: file, problems: &problems) else {
                return nil
            }
            return DemographyDraft(fields, &problems).table
        } catch {
            problems.append(error)
            return nil
        }
    }
}
