#pragma once
// Only the re-entrant interface exists here: the one with global state is not declared at all.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
