#include "COSM.h"
