internal import ArgumentParser
internal import Foundation

/// `benchmarks study`: makes the study that the cases run on.
struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Make a study of a given city, or of an extract with drawn places.")

    @Option(help: "A folder of nodes.csv, edges.csv, centres.csv, compounds.csv and communities.csv.")
    var city: String?

    @Option(help: "The plane of communities.csv.")
    var plane = "EPSG:4547"

    @Option(help: "An OpenStreetMap extract.")
    var extract: String?

    @Option(help: "How many facilities are drawn beside the extract's streets.")
    var facilities = 400

    @Option(help: "How many compounds are drawn beside the extract's streets.")
    var compounds = 5000

    @Option(help: "The seed of what is drawn.")
    var seed: UInt64 = 7

    @Option(help: "The folder to write the study to.")
    var out: String

    func validate() throws {
        guard (city == nil) != (extract == nil) else {
            throw ValidationError("Give either --city or --extract.")
        }
    }

    func run() throws {
        let out = URL(filePath: out)
        if let city { try GivenCity(folder: city, plane: plane).write(to: out) }
        if let extract {
            try SampledPlaces(extract: extract, facilities: facilities, compounds: compounds, seed: seed)
                .write(to: out)
        }
    }
}
