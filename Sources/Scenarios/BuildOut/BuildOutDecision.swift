internal import Coverage
package import Geodesy
package import Places
package import Policy
internal import Siting
package import WalkNetwork

/// A plan that asks for a build-out, with the candidates that it may use joined to the streets.
package struct BuildOutPreparation: Sendable {
    private let plan: ScenarioPlan
    private let study: Study
    private let wish: YearlyBuildOut
    private let offers: [BuildOutOffer]
    private let ground: ScenarioGround
    private let attachments: [Attachment?]

    /// Prepares a plan; nothing where it asks for no build-out.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - study: the study that it was fitted to.
    ///   - pack: its policy pack.
    ///   - network: its streets; nothing where it gives none.
    ///   - plane: the working plane.
    /// - Throws: everything that the build-out asks for and the study or the pack does not have.
    package init?(
        _ plan: ScenarioPlan, study: Study, pack: PolicyPack, network: WalkNetwork?, plane: WorkingPlane
    ) throws(ScenarioFailure) {
        guard let wish = plan.scenario.buildOut else { return nil }
        let ground = ScenarioGround(plan: plan, pack: pack, network: network, plane: plane)
        let offers = try BuildOutOffers(wish, plan: plan, standard: ground.standard)
        let faults = offers.faults + wish.faults(pack: pack, hasStreets: network != nil)
        guard faults.isEmpty else { throw .buildOut(faults.map { BuildOutMisfit($0, of: wish) }) }
        (self.plan, self.study, self.wish, self.offers) = (plan, study, wish, offers.list)
        self.ground = ground
        attachments =
            network?.join(
                offers.list.map(\.after.point), within: ground.standard.snapLimit, on: plane) ?? []
    }

    /// The plan with what its build-out chooses.
    ///
    /// The years are run once without the build-out; what every candidate would serve is searched once for all of them. What
    /// is chosen opens on the last day of its year and stands in the plan like an entry of the programme.
    ///
    /// - Parameters:
    ///   - years: the years of the run; nothing is built in the base year.
    ///   - jobs: how many searches run at once; what is chosen does not depend on it.
    /// - Returns: the plan.
    /// - Throws: what of the openings does not fit the study.
    package func plan(over years: ScenarioYears, jobs: Int) async throws(ScenarioFailure) -> ScenarioPlan {
        let timeline = PeopleTimeline(
            plan: plan, years: years, ruleForNewFrom: ground.standard.ruleForNewFrom)
        let states = await ScenarioRun.states(
            plan: plan, years: years, ground: ground, timeline: timeline, jobs: jobs
        ).filter { $0.year > study.baseYear }
        guard !states.isEmpty else { return plan }
        let writing = BuildOutWriting(
            wish, offers: offers, attachments: attachments, pack: ground.pack, states: states)
        let (entries, outcome) = await writing.decided(
            on: BuildOutGround(
                plan: plan, ground: ground, offers: writing.offers, attachments: writing.attachments,
                states: states, jobs: jobs))
        var scenario = plan.scenario
        scenario.programme += entries
        var built = try ScenarioPlan(scenario, study: study)
        built.buildOut = outcome
        built.targetsWithoutOffers = ground.pack.targets.filter { wish.targets.contains($0.id) }
            .map { (target: $0.id, counted: ground.pack.selector(for: $0)) }
            .filter { _, counted in !offers.contains { counted.counts($0.after) } }
        return built
    }
}

extension YearlyBuildOut {
    /// What it asks for and a pack or the streets do not have.
    fileprivate func faults(pack: PolicyPack, hasStreets: Bool) -> [BuildOutFault] {
        var faults: [BuildOutFault] = []
        if case .minutes = within, !hasStreets { faults.append(.noStreets) }
        for id in targets {
            guard let target = pack.targets.first(where: { $0.id == id }) else {
                faults.append(.unknownTarget(text: id, known: pack.targets.map(\.id)))
                continue
            }
            if !BuildOutTargets.isMoved(target, in: pack) { faults.append(.targetNotMoved(id: id)) }
        }
        return faults
    }
}
