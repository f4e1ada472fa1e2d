/// Why there is no choice of sites.
package enum SitingFailure: Error, Hashable, Sendable {
    /// The objective needs a number of sites or a budget.
    case noLimit(SitingObjective)
    /// p-center is limited by a number of sites, not by money.
    case onlyNumber
    /// More candidates are required than may be chosen.
    case requiredBeyondNumber(required: Int, p: Int)
    /// Two required candidates are versions of one site, of which one serves at most.
    case requiredExclusive(String, String)
    /// The required candidates cost more than the budget.
    case requiredBeyondBudget(cost: Double, budget: Double)
    /// All candidates together cover less than the share asked for.
    case shareOutOfReach(share: Double, most: Double)
    /// No choice within the limits serves every demand that candidates reach; this many new sites at least would.
    case cannotServeAll(sitesNeeded: Int?)
    /// None was found within the effort; there may be one.
    case noneFound
}
