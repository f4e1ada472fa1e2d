#include "Guard.hpp"

#include <osmium/version.hpp>

extern "C" const char *cosm_failure_words(const cosm_failure *failure) {
    return failure->words;
}

extern "C" const char *cosm_version(void) {
    return LIBOSMIUM_VERSION_STRING;
}
