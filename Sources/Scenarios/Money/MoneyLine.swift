package import Places
package import Policy

/// What one payer bears under one rule in one year and scope (a row of `money.csv`).
package struct MoneyLine: Hashable, Sendable {
    /// What sort of money it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A subsidy that is paid once.
        case once
        /// A running subsidy of the year.
        case yearly
        /// What entitled people are given in the year.
        case entitlement
        /// Money that is set aside for the year: what the lines above may cost.
        case envelope
        /// By how much the lines that an envelope pays are more than it.
        case overEnvelope = "over_envelope"
    }

    package let year: Int
    /// The city or a district.
    package let scope: Scope
    /// Who pays; nothing where the source does not say.
    package let payer: Payer?
    /// The id of the subsidy, entitlement or envelope.
    package let rule: String
    package let kind: Kind
    package let yuan: ExactDecimal
}
