// The one exception of Pantau. Its message says what, where and what to do; it is shown as it is.
#pragma once

#include <stdexcept>
#include <string>

namespace pantau {

class Error : public std::runtime_error {
 public:
  enum class Kind {
    usage,    ///< wrong options or arguments
    input,    ///< a file or folder that cannot be read
    index,    ///< the index is missing, damaged, or of another version
    locked,   ///< another indexer holds the index
    query,    ///< cannot be meant: a wrong text (at its column)
    missing,  ///< an article that is not, or no longer, in the index
    timeout,  ///< the answer took longer than allowed
  };

  Error(Kind kind, const std::string& message) : std::runtime_error{message}, kind_{kind} {}

  [[nodiscard]] Kind kind() const noexcept { return kind_; }

 private:
  Kind kind_;
};

}  // namespace pantau
