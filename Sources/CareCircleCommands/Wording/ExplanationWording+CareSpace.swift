internal import Claims
internal import Compliance
internal import Places

// What the rules of care space rest on.
extension ExplanationWording {
    /// Where a compound's care space is stated, and a line for the row of each of its phases.
    func careSpace(ofCompound index: Int) -> [String] {
        let compound = explainer.study.compounds[index]
        let phases = explainer.study.phases.filter { $0.compound == index }
        let record = CompoundRecord(compound: compound, phases: phases)
        return [item(say("care space", "养老用房"), space(of: record))] + phases.map(line)
    }

    private func space(of record: CompoundRecord) -> String {
        var text: String
        if let stated = record.compound.careSpace {
            text = squareMetres(stated) + say(": stated, ", "：资料所列，") + row(record.compound.source)
        } else if let sum = record.careSpaceOfPhases {
            let parts = record.phases.filter { $0.careSpace != nil }
            text =
                squareMetres(sum) + say(": ", "：")
                + parts.map { "\($0.careSpace ?? .zero) (\(row($0.source)))" }.joined(separator: " + ")
        } else {
            text = say("stated nowhere", "未列")
        }
        if let elsewhere = record.compound.careSpaceElsewhere {
            text +=
                say("; elsewhere ", "；异地 ") + squareMetres(elsewhere)
                + say(" (\(row(record.compound.source)))", "（\(row(record.compound.source))）")
        }
        return text
    }

    private func line(of phase: Phase) -> String {
        item(
            say("phase \(phase.number)", "第 \(phase.number) 期"),
            row(phase.source)
                + say(
                    ": \(counted(phase.households, "household")), ", "：\(phase.households) 户，")
                + (phase.careSpace.map { say("care space \(squareMetres($0))", "养老用房 \(squareMetres($0))") }
                    ?? say("no care space stated", "未列养老用房")))
    }

    private func squareMetres(_ amount: ExactDecimal) -> String { say("\(amount) m²", "\(amount) 平方米") }
}
