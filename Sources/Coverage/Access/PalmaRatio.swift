extension LorenzCurve {
    /// The Palma ratio: what the best-served tenth have over what the worst-served four tenths have; 0.25 where all
    /// have the same, nothing where the worst-served have none.
    ///
    /// Palma, *Homogeneous middles vs. heterogeneous tails* (Development and Change 42, 2011); named by Cobham and Sumner,
    /// *Is it all about the tails? The Palma measure of income inequality* (2013).
    package var palma: Double? {
        let lowest = access(ofLowest: 0.4)
        return lowest > 0 ? (1 - access(ofLowest: 0.9)) / lowest : nil
    }
}
