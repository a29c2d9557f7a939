#include "common/index_location.h"

#include <fstream>

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/temporary_directory.h"

namespace pantau {

TEST_CASE("the stub names the current generation, and nothing else is taken for one") {
  struct Case {
    std::string_view stub;
    int generation;  ///< -1: refused
  };
  constexpr Case cases[] = {{"auto generation-7\n", 7},   {"auto generation-1", 1},
                            {"auto generation-\n", -1},   {"auto /etc\n", -1},
                            {"auto generation-1x\n", -1}, {"", -1}};
  const TemporaryDirectory directory;
  CHECK_FALSE(current_generation(directory.path()));
  for (const Case& c : cases) {
    CAPTURE(c.stub);
    std::ofstream{directory.path() / stub_name} << c.stub;
    if (c.generation < 0)
      CHECK_THROWS_AS(static_cast<void>(current_generation(directory.path())), Error);
    else
      CHECK(current_generation(directory.path()) == static_cast<unsigned>(c.generation));
  }
}

}  // namespace pantau
