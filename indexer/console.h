// The standard streams, handed down by main: nobody else may name them.
#pragma once

#include <istream>
#include <ostream>

namespace pantau {

struct Console {
  std::istream& in;
  std::ostream& out;  ///< results, and nothing else
  std::ostream& err;  ///< progress and warnings
  bool err_is_terminal = false;
};

}  // namespace pantau
