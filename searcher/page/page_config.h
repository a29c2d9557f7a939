// What the operator decides for the search page: a small file of `name = value` lines.
// Tested by tests/searcher/page/page_config_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

struct PageConfig {
  std::vector<std::string> indexes;  ///< `index`, may be given again: searched as one
  std::string title = "Pantau";      ///< `title`: name of the site
  std::string origin;  ///< `origin`: "https://news.example", if the server's word is not right
  std::chrono::milliseconds deadline{2'000};  ///< `deadline_ms`: after three quarters of it the
                                              ///< best of what was read is the answer, after all of
                                              ///< it 503
  std::uint64_t memory = std::uint64_t{256}
                         << 20U;  ///< `memory_mb`: address space of one request; 0: any
  bool log_queries = true;        ///< `log_queries = no`: the log names no query
  bool facets = true;             ///< `facets = no`: no counts, cheaper
};

/// Throws Error{usage} that names the line for what it does not know.
[[nodiscard]] PageConfig parse_config(std::string_view text);

}  // namespace pantau
