package import Places
package import Scenarios
package import Siting

/// What is the matter with an input, in facts.
package enum Fault: Error, Hashable, Sendable {
    // The file.
    case fileMissing
    case isDirectory
    /// A file that is given as a study and is not called as the files of studies are.
    case notAStudy(expected: String)
    case cannotRead(reason: String)
    /// A source has no layer of the name; its name where `study.yaml` is to blame.
    case unknownLayer(name: String, nearest: String?, known: [String], file: String? = nil)
    /// Several layers and none named, in the file's order.
    case severalLayers(known: [String])
    /// The file opens but holds no layer.
    case noLayer
    /// The file is empty, or its sheet has no row that could be a header.
    case noHeader
    /// The row on which the header should stand, as `header_row` says, is not there or holds nothing.
    case noHeaderRow(row: Int, file: String)
    /// The header as read is a title; column names stand on a later row.
    case titleAboveHeader(headerRow: Int)
    case emptyLayer
    /// Every row of a layer has been set aside, so many in all.
    case nothingLeft(rows: Int)
    /// Bytes that are no text of an encoding; whether the study may state another for the file.
    case undecodable(encoding: String, canState: Bool)
    case invalidFilter(text: String, reason: String, file: String? = nil)
    case unknownCRS(text: String, reason: String)
    case unknownEncoding(name: String)
    /// A working plane was asked for, and this system has other axes than a plane's.
    case notAPlane(crs: String)
    /// A working plane was asked for, and the unit of this one is so many metres.
    case notInMetres(crs: String, metresPerUnit: Double)

    // The table.
    case missingColumn(name: String, nearest: String?)
    case unknownColumn(name: String, nearest: String?)
    /// A column that nobody reads, spelled much like one that may be there and is not.
    case mistypedColumn(meant: String)
    case duplicateColumn(name: String)
    /// A column that holds cells under no name, at this position from 1.
    case unnamedColumn(position: Int)
    case raggedRow(expected: Int, found: Int)
    /// A quote that is opened in this row and never closed, or closed amid the text of a cell.
    case unterminatedQuote

    // The cell.
    case missingValue
    /// A formula whose value the program that wrote the sheet did not store.
    case formulaWithoutValue
    case notANumber(text: String)
    case notAWholeNumber(text: String)
    case negative(text: String)
    case notPositive(text: String)
    case notFinite(text: String)
    case notADate(text: String)
    /// A service in a word that neither the program nor the pack knows, of so many facilities.
    case ownService(text: String, facilities: Int, pack: String, nearest: String?)
    case notOneOf(text: String, allowed: [String])
    /// A number that is not below the limit of its kind.
    case tooLarge(text: String, limit: String = "10^15")
    case tooFarBelowZero(text: String)
    /// People or dwellings that are no whole number.
    case fractionOfCount(text: String)

    // The row.
    case duplicateID(id: String, firstRow: SourceRow)
    /// An id of a pack's entry with characters that ids do not have.
    case notAnID(text: String)
    /// A version of a rule that begins on the day of another one.
    case versionOfSameDay(id: String, other: String)
    /// An event of a ledger of permits that stands twice.
    case duplicateEvent(firstRow: SourceRow)
    case duplicatePhase(compound: String, number: Int, firstRow: SourceRow)
    case unknownCommunity(text: String, nearest: String?)
    case ambiguousCommunity(name: String, ids: [String])
    case unknownCompound(text: String, nearest: String?)
    case unknownFacility(text: String, nearest: String?)
    /// What a written exception is for.
    case unknownWaiverSubject(text: String, nearest: String?)
    /// A written exception that no finding is about.
    case waiverWithoutFinding(rule: String, subject: String)
    /// A row about an area.
    case area(AreaFault)
    case notAYear(text: String)
    /// No candidate bears the id, or it is itself an upgrade.
    case unknownCandidate(text: String, nearest: String?)
    /// No candidate bears the id.
    case unknownSite(text: String, nearest: String?)
    /// A budget is asked for, and none of the candidates states a cost.
    case noCosts(candidates: Int)
    /// No sites can be chosen.
    case siting(SitingFailure)
    /// An earlier row says something else of the same subject.
    case differsFromRow(text: String, first: SourceRow)
    /// The row that this one refers to has been set aside.
    case refersToRejected(id: String, row: SourceRow)
    case closedBeforeOpened(opened: PartialDate, closed: PartialDate)
    /// A date lies before the one ahead of it; both by the names of their columns.
    case datesRunBackwards(earlier: String, later: String)
    /// One of the four dates of a phase is stated, and these before it are not.
    case earlierDateMissing(phase: Int, isCare: Bool, stated: Milestone, missing: [Milestone])
    /// Some of the three age groups are stated, these are not, and neither are the elders in total.
    case missingAgeGroups([String])
    /// Some of the groups by sex and age are stated, so many are not: a community moves by cohorts only with all.
    case missingAges(count: Int)
    /// What the groups by sex and age add up to is not what another column states, by more than 1 %.
    case agesDiffer(stated: ExactDecimal, ages: ExactDecimal)
    /// A part is larger than the whole that it belongs to; both by the names of their columns.
    case exceeds(part: String, ExactDecimal, whole: String, ExactDecimal)

    /// A compound states more elders than its community does.
    case moreEldersThanCommunity(ExactDecimal, community: String, ExactDecimal)

    // The place.
    case missingGeometry
    case wrongGeometry(found: String, expected: String)
    case malformedGeometry(reason: String)
    case repairedGeometry(reason: String)
    /// An area has so much in common with that of an earlier row; the share is of the smaller of the two.
    case overlaps(id: String, row: SourceRow, squareMetres: Double, share: Double)
    case axesSwapped(east: Double, north: Double)
    case nullIsland
    /// Coordinates that are metres of some plane where degrees belong.
    case looksLikeMetres(east: Double, north: Double)
    case outsideCRS(east: Double, north: Double, crs: String)
    case outsideShiftedDatum(datum: String)
    case outsideAllCommunities
    /// A row names one community and lies in the area of another; both by name, and by id where names are alike.
    case liesInAnotherCommunity(stated: String, holder: String)
    case farFromOtherLayers(kilometres: Double)
    case likelyDatumShift(layer: String, metres: Double, datum: String)

    // The study as a whole.
    case yaml(reason: String)
    case unknownKey(name: String, nearest: String?, of: KeyedFile = .study)
    /// A unit that a ledger neither names itself nor takes from those known.
    case unknownUnit(name: String, nearest: String?, known: [String])
    /// A published figure that is no multiple of what it is said to be rounded to.
    case noMultiple(ExactDecimal, of: ExactDecimal)
    /// Inputs of a published figure beside a list, which takes its numbers itself, by its key.
    case inputsBesideList(key: String)
    /// An input of a published figure that its formula leaves out.
    case unusedInput(name: String)
    /// A number in multiples whose unit counts in multiples, too.
    case multipleTwice(text: String, unit: String)
    /// The formula of a published figure.
    case formula(FormulaFault)
    case missingKey(name: String)
    case wrongType(expected: String)
    case missingLayers(anyOf: [String])
    case unknownPolicy(name: String, known: [String])
    /// An entry that a pack leaves out and others that it keeps ask for, by their ids.
    case stillNeeded(id: String, by: [String])
    /// A policy pack that comes back to itself through what it extends: the files on the way.
    case extendsItself(chain: [String])
    case outputOverInput(output: String)
    case cannotWrite(reason: String)
    /// A new study would be written among other files.
    case folderNotEmpty
    case phaseSumDiffers(stated: ExactDecimal, phases: ExactDecimal)
    case phaseHouseholdsDiffer(stated: ExactDecimal, phases: ExactDecimal)
    case plannedAfterRuleWithoutDelivery(ruleFrom: Day)

    // The scenario.
    /// Something that the format knows and this version does not do yet.
    case notAvailable(feature: String)
    /// A scenario that extends a file which cannot be read.
    case cannotExtend(path: String)
    /// An entry of a programme that does not fit the study.
    case programme(ProgrammeFault)
    /// Two scenarios of one run bear the same name, under which their results would stand: the other's file.
    case sameScenarioName(name: String, file: String)
    /// A build-out that asks for what the study or its pack does not have.
    case buildOut(BuildOutFault)

    // What a new study is made from.
    case outOfRange(text: String, expected: String)
    /// Neither an option nor the extract says which year the study stands in.
    case baseYearUnknown
    /// No building is a dwelling of the study, and so many of them only for where they lie.
    case noDwelling(buildings: Int, outside: Int)
    case noCareSite(sites: Int)

    // The question.
    /// Neither a compound, nor a community, nor a rate.
    case unknownSubject(text: String, nearest: String?)
    /// Several things bear the name: how each is written.
    case ambiguousSubject(text: String, spellings: [String])
    /// The rule judges things of these kinds, and what it is asked of has nothing to do with any: what may be asked.
    case notJudged(rule: String, place: String, kinds: [String], instead: [String])

    // The map service.
    case portInUse(port: Int)
    case cannotListen(port: Int, reason: String)

    // The streets.
    case truncatedStreets(reason: String)
    /// A file that begins as no OpenStreetMap file does.
    case notOpenStreetMap(looksLike: FileSignature)
    case noWalkableWay
}

/// The sorts of YAML file that have keys.
package enum KeyedFile: Hashable, Sendable {
    case study, scenario, policyPack, ledger, demography
}
