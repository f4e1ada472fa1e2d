#pragma once

#include "Guard.hpp"

#include <osmium/osm/location.hpp>
#include <osmium/osm/types.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace cosm {

// Sorts ids and drops repetitions: digit by digit from the lowest up, so that the time grows with their number.
inline void sort_unique(std::vector<osmium::object_id_type> &ids) {
    constexpr int bits = 11;
    constexpr std::size_t size = std::size_t{1} << bits;
    // The sign turned about, negative ids come first.
    constexpr uint64_t sign = uint64_t{1} << 63;
    uint64_t low = std::numeric_limits<uint64_t>::max();
    uint64_t high = 0;
    for (const osmium::object_id_type id : ids) {
        const uint64_t key = static_cast<uint64_t>(id) ^ sign;
        low = std::min(low, key);
        high = std::max(high, key);
    }
    std::vector<osmium::object_id_type> other(ids.size());
    for (int shift = 0; shift < 64 && !ids.empty() && ((high - low) >> shift) != 0; shift += bits) {
        const auto digit = [&](osmium::object_id_type id) {
            return static_cast<std::size_t>((((static_cast<uint64_t>(id) ^ sign) - low) >> shift) & (size - 1));
        };
        std::array<std::size_t, size> next{};
        for (const osmium::object_id_type id : ids) {
            ++next[digit(id)];
        }
        std::size_t sum = 0;
        for (std::size_t &count : next) {
            sum += count;
            count = sum - count;
        }
        for (const osmium::object_id_type id : ids) {
            other[next[digit(id)]++] = id;
        }
        ids.swap(other);
    }
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// The locations of the nodes that are needed, and of no others, ascending by id.
class node_table {
    std::vector<osmium::object_id_type> m_ids;
    std::vector<osmium::Location> m_locations;
    // Where the ids of each stretch of numbers begin, about one id to a stretch.
    std::vector<uint32_t> m_stretches;
    int m_shift = 0;
    std::size_t m_last = 0;

    std::size_t stretch(osmium::object_id_type id) const {
        return static_cast<std::size_t>(
            (static_cast<uint64_t>(id) - static_cast<uint64_t>(m_ids.front())) >> m_shift);
    }

    void divide() {
        const uint64_t span = static_cast<uint64_t>(m_ids.back()) - static_cast<uint64_t>(m_ids.front());
        while ((span >> m_shift) > 2 * m_ids.size()) {
            ++m_shift;
        }
        m_stretches.assign(static_cast<std::size_t>(span >> m_shift) + 2, 0);
        for (const osmium::object_id_type id : m_ids) {
            ++m_stretches[stretch(id) + 1];
        }
        for (std::size_t i = 1; i < m_stretches.size(); ++i) {
            m_stretches[i] += m_stretches[i - 1];
        }
    }

public:
    static constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

    explicit node_table(std::vector<osmium::object_id_type> needed) : m_ids(std::move(needed)) {
        sort_unique(m_ids);
        m_locations.resize(m_ids.size());
        if (!m_ids.empty()) {
            divide();
        }
    }

    std::size_t size() const noexcept { return m_ids.size(); }

    const osmium::Location &location(std::size_t row) const { return m_locations[row]; }

    // The row of a node; absent if nobody needs it. Fast where ids come in ascending order, as they do in
    // a sorted file; right in any order.
    std::size_t row(osmium::object_id_type id) {
        auto from = m_ids.begin() + static_cast<std::ptrdiff_t>(m_last);
        auto end = m_ids.end();
        if (from == end || id < *from) {
            from = m_ids.begin();
        } else {
            // Gallop: the next needed node is seldom far.
            std::ptrdiff_t step = 1;
            while (end - from > step && *(from + step) <= id) {
                from += step;
                step *= 2;
            }
            if (end - from > step) {
                end = from + step;
            }
        }
        const auto found = std::lower_bound(from, end, id);
        if (found == end || *found != id) {
            return absent;
        }
        m_last = static_cast<std::size_t>(found - m_ids.begin());
        return m_last;
    }

    // The row of a node, for callers that only read.
    std::size_t find(osmium::object_id_type id) const {
        if (m_ids.empty() || id < m_ids.front() || id > m_ids.back()) {
            return absent;
        }
        const std::size_t at = stretch(id);
        const auto end = m_ids.begin() + m_stretches[at + 1];
        const auto found = std::lower_bound(m_ids.begin() + m_stretches[at], end, id);
        return found == end || *found != id ? absent : static_cast<std::size_t>(found - m_ids.begin());
    }

    // Places a node. One whose coordinates are not on the globe counts as missing.
    void place(std::size_t row, const osmium::Location &location) {
        if (location.valid()) {
            m_locations[row] = location;
        }
    }
};

} // namespace cosm
