#pragma once

// The assertions of libosmium are for its own development; in a program they would turn a bad file into
// an abort. Every figure of a file that they could be about is checked on our side of the call.
#ifndef NDEBUG
#define NDEBUG
#endif
#define OSMIUM_WITH_LZ4

#include "COSM.h"

#include <osmium/io/error.hpp>

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

namespace cosm {

// The file holds several versions of its objects.
struct history_file : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// More than 32-bit columns hold.
struct too_large : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Columns from the caller that do not fit together.
struct misused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline void report(cosm_failure *failure, int32_t kind, const char *words) noexcept {
    failure->kind = kind;
    failure->code = 0;
    const std::size_t length = std::min(std::strlen(words), sizeof(failure->words) - 1);
    std::memcpy(failure->words, words, length);
    failure->words[length] = '\0';
    for (std::size_t i = 0; i < length; ++i) {
        if (failure->words[i] == '\n' || failure->words[i] == '\r') {
            failure->words[i] = ' ';
        }
    }
}

// Runs some work; what it throws becomes the failure and the given answer.
template <typename Work, typename Answer>
auto guarded(cosm_failure *failure, Answer otherwise, Work &&work) noexcept -> Answer {
    failure->kind = COSM_DONE;
    failure->code = 0;
    failure->words[0] = '\0';
    try {
        return work();
    } catch (const history_file &e) {
        report(failure, COSM_HISTORY, e.what());
    } catch (const too_large &e) {
        report(failure, COSM_TOO_LARGE, e.what());
    } catch (const misused &e) {
        report(failure, COSM_MISUSED, e.what());
    } catch (const std::system_error &e) {
        report(failure, COSM_SYSTEM, e.what());
        failure->code = e.code().value();
    } catch (const std::bad_alloc &) {
        report(failure, COSM_TOO_LARGE, "out of memory");
    } catch (const std::exception &e) {
        report(failure, COSM_BROKEN, e.what());
    } catch (...) {
        report(failure, COSM_BROKEN, "unknown failure");
    }
    return otherwise;
}

} // namespace cosm
