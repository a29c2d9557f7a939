// The one test binary. A failing case prints its inputs; `-tc='*words*'` runs some of them.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
