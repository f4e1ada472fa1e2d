extension BuildOutProblem {
    /// The same problem, the rows of each cover that the same options serve taken together: openings serve all of them or none.
    ///
    /// Rows that no option serves go; the tenths of equity keep the rows that they are made of.
    var merged: BuildOutProblem {
        var merged = self
        if tenths.isEmpty { merged.service = service.merged }
        var known: [(cover: YearlyCover, merged: YearlyCover)] = []
        merged.goals = goals.map { goal in
            // Shares of the same people have the same cover.
            let cover =
                known.first { $0.cover == goal.cover }?.merged
                ?? goal.cover.merged
            if !known.contains(where: { $0.cover == goal.cover }) { known.append((goal.cover, cover)) }
            return BuildOutGoal(name: goal.name, cover: cover, needed: goal.needed, due: goal.due)
        }
        return merged
    }
}

extension YearlyCover {
    /// The cover with its rows in classes.
    fileprivate var merged: YearlyCover {
        let classes = RowClasses(rows, count: rowCount)
        return YearlyCover(weights: weights.map(classes.sums), rows: classes.rows)
    }
}
