internal import ArgumentParser
internal import Reports
internal import Studies
internal import Synthesis

/// `carecircle study from-osm`: a first study from nothing but an OpenStreetMap extract.
struct StudyFromExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "from-osm",
        abstract:
            "Make a first study from an OpenStreetMap extract: streets, care sites, dwellings, communities.",
        usage: "carecircle study from-osm <extract> --out <out> [<options>]",
        discussion: """
            Streets and care sites are as mapped; dwellings are estimated from footprints and \
            storeys, people and elders from stated shares. Every estimate is marked in a column and \
            in the study's README.md. sites.csv accounts for every tagged site: taken, or refused and \
            why.

            EXAMPLES
              carecircle study from-osm city.osm.pbf --out my-city
              carecircle study from-osm city.osm.pbf --boundary city.geojson --out my-city
              carecircle study from-osm city.osm.pbf --facilities centres.csv --out my-city
              carecircle study from-osm city.osm.pbf --elder-share 0.21 --out my-city
            """)

    @Argument(help: "The extract (.osm.pbf, .osm, .osm.gz).", completion: .file())
    var extract: String

    @Option(help: "A file with the study's boundary, in any vector format.", completion: .file())
    var boundary: String?

    @Option(
        help: "A layer of facilities, in any format of a study, in place of the care sites of the extract.",
        completion: .file())
    var facilities: String?

    @Option(help: "The folder to write the study to; new or empty.", completion: .directory)
    var out: String

    @Option(help: "The study's name (default: the extract's file name).")
    var name: String?

    @Option(parsing: .unconditional, help: "The base year (default: the year of the extract).")
    var baseYear: Int?

    @Option(help: "The policy pack that the study names.")
    var policy = "wuhan"

    @Option(
        parsing: .unconditional,
        help: "The side of a square cell in metres, where no administrative boundaries serve as communities.")
    var cellMetres = 1000.0

    @Option(
        parsing: .unconditional,
        help: "The share of people of 60 and over; 18.70 % in China's census of 2020.")
    var elderShare = 0.187

    @Option(parsing: .unconditional, help: "People per dwelling; 2.62 a household in China's census of 2020.")
    var peoplePerDwelling = 2.62

    @Option(
        parsing: .unconditional, help: "Gross floor area per dwelling in houses of several, m²: assumed.")
    var grossAreaPerDwelling = 100.0

    @Option(
        parsing: .unconditional,
        help: "What it costs to convert a building into a care site, yuan per m²; left out: no costs.")
    var conversionCost: Double?

    @Flag(help: "Copy the extract into the study instead of naming it where it lies.")
    var copyStreets = false

    @Flag(help: "Walk on ways with access=no or private, too.")
    var privateWays = false

    @OptionGroup var work: ThreadOptions
    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let run = CommandRun(talk)
        // A pack of one's own is named by a path; any other name must be one that comes with the program.
        let known = PolicyPackReader.bundledIDs
        guard
            policy.contains("/") || policy.hasSuffix(".yaml") || policy.hasSuffix(".yml")
                || known.contains(policy)
        else { throw run.fail([Problem(file: "--policy", .unknownPolicy(name: policy, known: known))]) }
        let options = ExtractStudyOptions(
            extract: extract, boundary: boundary, facilities: facilities, name: name, baseYear: baseYear,
            policy: policy,
            cellMetres: cellMetres, elderShare: elderShare, peoplePerDwelling: peoplePerDwelling,
            grossAreaPerDwelling: grossAreaPerDwelling, conversionCost: conversionCost,
            copiesStreets: copyStreets, privateWays: privateWays,
            jobs: work.threads)
        let report = try run.make(from: extract) {
            try run.stage(.extract) { try ExtractStudy.write(options, to: out) }
        }
        let summary = ExtractSummary(report: report, folder: out)
        run.summarise(json: summary.json, words: summary.words(run.say))
        await run.finish()
    }
}
