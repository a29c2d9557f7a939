// What the operator decides for the search page: a small file of `name = value` lines.
// Tested by tests/searcher/page/page_config_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// How much of an article the page shows, for the sake of those who wrote it.
enum class TextShown { whole, excerpt, none };

struct PageConfig {
  std::vector<std::string> indexes;  ///< `index`, may be given again: searched as one
  std::string title = "Pantau";      ///< `title`: name of the site
  std::string origin;  ///< `origin`: "https://news.example", for addresses that leave the page; ""
                       ///< makes them relative: a request's word for it is never believed
  std::chrono::milliseconds deadline{2'000};  ///< `deadline_ms`: after three quarters of it the
                                              ///< best of what was read is the answer, after all of
                                              ///< it 503
  std::uint64_t memory = std::uint64_t{256}
                         << 20U;      ///< `memory_mb`: address space of one request; 0: any
  bool log_queries = true;            ///< `log_queries = no`: the log names no query
  bool facets = true;                 ///< `facets = no`: no counts, cheaper
  TextShown text = TextShown::whole;  ///< `show_text = yes`, `excerpt` or `no`
  std::size_t download_limit = 200;   ///< `download_limit`: hits in a file, 1 to 1000
  std::string revision;               ///< another one for every other text of the configuration
};

/// Throws Error{usage} that names the line for what it does not know.
[[nodiscard]] PageConfig parse_config(std::string_view text);

}  // namespace pantau
