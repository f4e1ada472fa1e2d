internal import ArgumentParser
internal import Geodesy
internal import Studies
internal import Synthesis
internal import Topology

extension CommandRun {
    /// Makes a new study, or ends the run with nothing written.
    ///
    /// - Parameters:
    ///   - source: what it is made from, as problems name it.
    ///   - work: makes it.
    /// - Returns: what it reports.
    /// - Throws: the exit status of bad input, once its problem is said.
    func make<Report>(from source: String, _ work: () throws -> Report) throws -> Report {
        do {
            return try work()
        } catch let failure as WholeFolderFailure {
            throw fail([problem(failure)])
        } catch let failure as SyntheticCityFailure {
            throw fail([problem(failure)])
        } catch let failure as ExtractFailure {
            throw fail([Problem(file: source, failure.fault(ofFileAt: source))])
        } catch let failure as ExtractStudyFailure {
            throw fail([problem(failure, source: source)])
        } catch let failure as BoundaryFailure {
            throw fail([problem(failure)])
        } catch let failure as TopologyFailure {
            throw fail([Problem(file: source, .malformedGeometry(reason: failure.reason))])
        }
    }

    private func problem(_ failure: WholeFolderFailure) -> Problem {
        switch failure {
        case .notEmpty(let path): Problem(file: path, .folderNotEmpty)
        case .refused(let path, let words): Problem(file: path, .cannotWrite(reason: words))
        }
    }

    private func problem(_ failure: SyntheticCityFailure) -> Problem {
        switch failure {
        case .cannotWrite(let file, let words): Problem(file: file, .cannotWrite(reason: words))
        case .cannotEncode(let file, let encoding): Problem(file: file, .unknownEncoding(name: encoding))
        }
    }

    private func problem(_ failure: ExtractStudyFailure, source: String) -> Problem {
        switch failure {
        case .option(let option, let value):
            Problem(file: "--\(option.spelling)", .outOfRange(text: "\(value)", expected: option.range))
        case .baseYearUnknown: Problem(file: source, .baseYearUnknown)
        case .noDwelling(let buildings, let outside):
            Problem(file: source, .noDwelling(buildings: buildings, outside: outside))
        case .noSuchFacilities(let path): Problem(file: path, .fileMissing)
        case .noFacility(let sites): Problem(file: source, .noCareSite(sites: sites))
        }
    }

    private func problem(_ failure: BoundaryFailure) -> Problem {
        switch failure {
        case .unreadable(let problem): problem
        case .system(let text, let reason):
            Problem(file: "--boundary", .unknownCRS(text: text, reason: reason))
        case .noPolygon: Problem(file: "--boundary", .wrongGeometry(found: "no polygon", expected: "Polygon"))
        case .notAnArea(let feature):
            Problem(file: "--boundary", row: feature, .wrongGeometry(found: "no ring", expected: "Polygon"))
        }
    }
}

extension ExtractStudyFailure.Option {
    /// The option as it is typed.
    fileprivate var spelling: String {
        switch self {
        case .cellMetres: "cell-metres"
        case .elderShare: "elder-share"
        case .peoplePerDwelling: "people-per-dwelling"
        case .grossAreaPerDwelling: "gross-area-per-dwelling"
        case .conversionCost: "conversion-cost"
        }
    }

    /// What it may be.
    fileprivate var range: String {
        switch self {
        case .cellMetres: "50–100000"
        case .elderShare: "0–1"
        case .peoplePerDwelling: "0–100"
        case .grossAreaPerDwelling: "5–10000"
        case .conversionCost: "0–1000000"
        }
    }
}
