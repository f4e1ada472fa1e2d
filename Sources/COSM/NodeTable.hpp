#pragma once

#include "Guard.hpp"

#include <osmium/osm/location.hpp>
#include <osmium/osm/types.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace cosm {

// The locations of the nodes that are needed, and of no others, ascending by id.
class node_table {
    std::vector<osmium::object_id_type> m_ids;
    std::vector<osmium::Location> m_locations;
    std::size_t m_last = 0;

public:
    static constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

    explicit node_table(std::vector<osmium::object_id_type> needed) : m_ids(std::move(needed)) {
        std::sort(m_ids.begin(), m_ids.end());
        m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
        m_locations.resize(m_ids.size());
    }

    std::size_t size() const noexcept { return m_ids.size(); }

    const osmium::Location &location(std::size_t row) const { return m_locations[row]; }

    // The row of a node; absent if nobody needs it. Fast where ids come in ascending order, as they do in
    // a sorted file; right in any order.
    std::size_t row(osmium::object_id_type id) {
        auto from = m_ids.begin() + static_cast<std::ptrdiff_t>(m_last);
        if (from == m_ids.end() || id < *from) {
            from = m_ids.begin();
        } else {
            // Gallop: the next needed node is seldom far.
            std::ptrdiff_t step = 1;
            while (m_ids.end() - from > step && *(from + step) <= id) {
                from += step;
                step *= 2;
            }
        }
        const auto found = std::lower_bound(from, m_ids.end(), id);
        if (found == m_ids.end() || *found != id) {
            return absent;
        }
        m_last = static_cast<std::size_t>(found - m_ids.begin());
        return m_last;
    }

    // The row of a node, for callers that only read.
    std::size_t find(osmium::object_id_type id) const {
        const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
        return found == m_ids.end() || *found != id ? absent
                                                    : static_cast<std::size_t>(found - m_ids.begin());
    }

    // Places a node. One whose coordinates are not on the globe counts as missing.
    void place(std::size_t row, const osmium::Location &location) {
        if (location.valid()) {
            m_locations[row] = location;
        }
    }
};

} // namespace cosm
