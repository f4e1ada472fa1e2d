/// Service by sites that turn people away when they are full: what stands and what may open, year by year.
///
/// The people of one place may be split over several sites, as beds and places are given out one by one.
package struct LimitedService: Hashable, Sendable {
    /// A place where people are served.
    package struct Site: Hashable, Sendable {
        /// The rows that it reaches, ascending.
        package let rows: [Int32]
        /// How many it can serve in each year without any option.
        package let capacity: [Double]

        /// Makes a site.
        package init(rows: [Int32], capacity: [Double]) {
            self.rows = rows
            self.capacity = capacity
        }
    }

    /// What an option adds to one of the sites.
    package struct Addition: Hashable, Sendable {
        package let site: Int
        /// How many more the site can serve in each year, once the option is open.
        package let capacity: [Double]

        /// Makes an addition.
        package init(site: Int, capacity: [Double]) {
            self.site = site
            self.capacity = capacity
        }
    }

    /// For each year, how many live in each row, served or not.
    package let weights: [[Double]]
    package let sites: [Site]
    /// For each option what it adds; an option that adds nothing to any site is nothing.
    package let additions: [Addition?]

    /// Makes a service.
    package init(weights: [[Double]], sites: [Site], additions: [Addition?]) {
        self.weights = weights
        self.sites = sites
        self.additions = additions
    }

    /// The same service, the rows that the same sites reach taken together.
    var merged: LimitedService {
        let classes = RowClasses(sites.map(\.rows), count: weights.first?.count ?? 0)
        return LimitedService(
            weights: weights.map(classes.sums),
            sites: zip(sites, classes.rows).map { Site(rows: $1, capacity: $0.capacity) },
            additions: additions)
    }

    /// What options could add at most if nobody else were there, as a cover of rows of their own: a bound.
    var apart: YearlyCover {
        let ceilings = weights.indices.map { year in
            additions.map { addition -> Double in
                guard let addition else { return 0 }
                let near = sites[addition.site].rows.reduce(0) { $0 + weights[year][Int($1)] }
                return min(addition.capacity[year], near)
            }
        }
        return YearlyCover(weights: ceilings, rows: additions.indices.map { [Int32($0)] })
    }
}
