#pragma once

#include "Guard.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cosm {

// Strings kept once each and named by their index, in the order in which they first came.
class strings {
    // A deque never moves what it holds, so the views in the map stay good.
    std::deque<std::string> m_kept;
    std::unordered_map<std::string_view, int32_t> m_index;

public:
    int32_t index(const char *text) {
        const auto found = m_index.find(std::string_view{text});
        if (found != m_index.end()) {
            return found->second;
        }
        const auto next = static_cast<int32_t>(m_kept.size());
        m_kept.emplace_back(text);
        m_index.emplace(std::string_view{m_kept.back()}, next);
        return next;
    }

    // -1 stands for no string.
    int32_t index_or_none(const char *text) { return text == nullptr ? -1 : index(text); }

    const char *text_or_null(int32_t index) const {
        return index < 0 ? nullptr : m_kept[static_cast<std::size_t>(index)].c_str();
    }

    const char *text(std::size_t index) const { return m_kept[index].c_str(); }

    std::size_t size() const noexcept { return m_kept.size(); }
};

} // namespace cosm
